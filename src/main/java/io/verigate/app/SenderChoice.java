package io.verigate.app;

import io.verigate.decision.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What sends the messages of each channel.
///
/// @param names `smtp`, `smpp`, `webhook`, `sandbox` or `none`, by channel
record SenderChoice(Map<Channel, String> names) {
    static final String NOBODY = "none";
    static final String SANDBOX = "sandbox";

    /// Where nothing is said, the sandbox sends when it is on, so that nothing real leaves beside it; otherwise what is configured
    /// and can.
    ///
    /// @param said what the configuration says of each channel; blank for nothing
    /// @param sandboxOn whether the sandbox is on
    /// @param configured whether there is a real sender of this name
    /// @throws IllegalStateException when a channel cannot have its sender
    static SenderChoice of(
            Map<Channel, String> said, boolean sandboxOn, Predicate<String> configured) {
        Map<Channel, String> names = new EnumMap<>(Channel.class);
        said.forEach((channel, name) ->
                names.put(
                        channel,
                        name.isBlank()
                                ? sandboxOn ? SANDBOX : configured(channel, configured)
                                : checked(channel, name, sandboxOn, configured)));
        return new SenderChoice(Map.copyOf(names));
    }

    private static String configured(Channel channel, Predicate<String> configured) {
        return real(channel).stream().filter(configured).findFirst().orElse(NOBODY);
    }

    private static String checked(
            Channel channel, String name, boolean sandboxOn, Predicate<String> configured) {
        String entry = "`verigate.delivery.%s`".formatted(channel.wireName());
        if (name.equals(NOBODY) || name.equals(SANDBOX) && sandboxOn) {
            return name;
        }
        if (name.equals(SANDBOX)) {
            throw new IllegalStateException(
                    entry
                            + " is `sandbox`, and the sandbox is off: name another sender, or set `verigate.sandbox.enabled`");
        }
        List<String> real = real(channel);
        if (!real.contains(name)) {
            throw new IllegalStateException(
                    "%s is `%s`: use `%s`, `sandbox` or `none`"
                            .formatted(entry, name, String.join("`, `", real)));
        }
        if (!configured.test(name)) {
            throw new IllegalStateException(
                    "%s is `%s`, and `verigate.%s` is not configured".formatted(entry, name, name));
        }
        return name;
    }

    /// The real senders that a channel can have, the first one first.
    private static List<String> real(Channel channel) {
        return switch (channel) {
            case SMS -> List.of("smpp", "webhook");
            case VOICE -> List.of("webhook");
            case EMAIL -> List.of("smtp", "webhook");
            case AUTHENTICATOR, PASSKEY, SECURITY_KEY -> List.of();
        };
    }
}
