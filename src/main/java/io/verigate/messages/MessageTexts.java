package io.verigate.messages;

import io.verigate.decision.Channel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/// Renders messages for their channel, in the name of one app. Immutable.
///
/// An SMS is one segment in every language, and its last line binds the code to the domain (origin-bound
/// one-time codes), so that phones autofill it only there.
@Singleton
public final class MessageTexts {
    private static final Pattern CODE = Pattern.compile("[0-9]{6,8}");

    /// A code of maximum length, to measure with.
    private static final String LONGEST_CODE = "88888888";

    private static final Pattern APP_NAME = Pattern.compile("[^\\p{Cntrl}{}@#]{1,40}");

    /// Letters, digits and hyphens in labels of up to 63 (RFC 1123, 2.1), in lower case; names in other scripts in
    /// their ASCII form (RFC 5890).
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    private final Phrases phrases;
    private final String appName;
    private final String domain;

    @Inject
    MessageTexts(Phrases phrases, MessageConfiguration configuration) {
        this(phrases, configuration.appName(), configuration.domain());
    }

    /// @param appName what people call the service, short enough for a text message (12 letters always are)
    /// @param domain where the code will be typed in; empty leaves the binding line out (30 letters always fit)
    /// @throws IllegalArgumentException when a name is malformed, or too long for one segment in some language
    public MessageTexts(Phrases phrases, String appName, String domain) {
        this.phrases = phrases;
        this.appName = appName;
        this.domain = domain;
        if (!APP_NAME.matcher(appName).matches() || appName.isBlank()) {
            throw new IllegalArgumentException(
                    "the app name `%s` must have 1 to 40 characters without `{ } @ #`"
                            .formatted(appName));
        }
        if (!domain.isEmpty() && !DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is not a domain in lower-case ASCII, such as `example.com`"
                            .formatted(domain));
        }
        phrases.languages().forEach(this::measure);
    }

    /// Renders one message.
    ///
    /// @param language any BCP 47 tag
    /// @param code 6 to 8 digits; ignored unless the kind is `CODE`
    /// @throws IllegalArgumentException when the code is malformed or the channel receives no codes
    public MessageText render(Channel channel, MessageKind kind, String language, String code) {
        if (kind == MessageKind.CODE && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code must be 6 to 8 digits");
        }
        return switch (channel) {
            case SMS -> new MessageText("", sms(kind, language, code));
            case VOICE ->
                    new MessageText("", phrase("voice." + kind.wireName(), language, spoken(code)));
            case EMAIL ->
                    new MessageText(
                            phrase("email." + kind.wireName() + ".subject", language, code),
                            phrase("email." + kind.wireName() + ".text", language, code));
            case AUTHENTICATOR, PASSKEY, SECURITY_KEY ->
                    throw new IllegalArgumentException(
                            "`%s` receives no messages".formatted(channel.wireName()));
        };
    }

    /// The full phrase if it fits into one segment, otherwise the short one.
    private String sms(MessageKind kind, String language, String code) {
        if (kind == MessageKind.SECURITY_INFO) {
            return phrase("sms.security-info", language, "");
        }
        String text = bound(phrase("sms.code", language, code), code);
        return SmsSegments.fits(text)
                ? text
                : bound(phrase("sms.code.short", language, code), code);
    }

    private String bound(String text, String code) {
        return domain.isEmpty() ? text : text + "\n@" + domain + " #" + code;
    }

    private String phrase(String key, String language, String code) {
        return phrases.message(key, language, Map.of("app", appName, "code", code));
    }

    /// Separates the digits, so that they are read out one by one.
    private static String spoken(String code) {
        return String.join(", ", code.split(""));
    }

    private void measure(String language) {
        for (MessageKind kind : MessageKind.values()) {
            if (!SmsSegments.fits(sms(kind, language, LONGEST_CODE))) {
                throw new IllegalArgumentException(
                        "with app name `%s` and domain `%s`, an SMS in `%s` exceeds one segment; shorten one of them"
                                .formatted(appName, domain, language));
            }
        }
    }
}
