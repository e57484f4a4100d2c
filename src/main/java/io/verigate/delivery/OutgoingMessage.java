package io.verigate.delivery;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.time.Instant;
import java.util.regex.Pattern;

/// One message, ready to leave. `toString` shows neither address, text nor code.
///
/// @param id the same for every attempt, so that a provider can tell a repeat; letters, digits, `.`, `_` and `-`
/// @param channel one that receives codes
/// @param to an address of that channel
/// @param language BCP 47 tag of the text
/// @param subject one line; empty unless it is an e-mail
/// @param text what is read or spoken, code included
/// @param code the code alone; empty when the message carries none
/// @param expiresAt of no use from here on
public record OutgoingMessage(
        String id,
        Channel channel,
        Address to,
        String language,
        String subject,
        String text,
        String code,
        Instant expiresAt) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /// The shape of a BCP 47 tag (RFC 5646, 2.1), registries aside.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    /// @throws IllegalArgumentException when a part is malformed; the message repeats no address or text
    public OutgoingMessage {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a message id is 1 to 100 letters, digits, `.`, `_` and `-`");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no language tag (BCP 47)"
                            .formatted(language.replaceAll("\\p{Cntrl}", "?")));
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line without control characters");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message has a text");
        }
        if (!fits(channel, to)) {
            throw new IllegalArgumentException(
                    "`%s` cannot reach this kind of address".formatted(channel.wireName()));
        }
    }

    private static boolean fits(Channel channel, Address to) {
        return switch (to) {
            case PhoneNumber phone -> channel.isPhone();
            case EmailAddress email -> channel == Channel.EMAIL;
        };
    }

    @Override
    public String toString() {
        return "message %s by %s".formatted(id, channel.wireName());
    }
}
