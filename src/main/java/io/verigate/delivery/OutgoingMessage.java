package io.verigate.delivery;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import java.time.Instant;
import java.util.regex.Pattern;

/// One message to send. `toString` shows neither address, text nor code.
///
/// @param id the same for every attempt, so that a provider recognises a repeat; letters, digits, `.`, `_` and `-`
/// @param channel one that receives codes
/// @param to an address of that channel
/// @param language BCP 47 tag of the text
/// @param subject one line; empty unless it is an e-mail
/// @param text to read or speak, including the code
/// @param code the code alone; empty when the message has none
/// @param expiresAt when the message expires
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

    /// The syntax of a BCP 47 tag (RFC 5646, 2.1), without the registries.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    /// @throws IllegalArgumentException when a part is malformed; the message repeats no address or text
    public OutgoingMessage {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a message id must be 1 to 100 letters, digits, `.`, `_` and `-`");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is not a BCP 47 language tag"
                            .formatted(language.replaceAll("\\p{Cntrl}", "?")));
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a subject must be one line without control characters");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text of a message is required");
        }
        if (!fits(channel, to)) {
            throw new IllegalArgumentException(
                    "channel `%s` does not support this kind of address"
                            .formatted(channel.wireName()));
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
