package io.verigate.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PhrasesTest {
    private static final Phrases PHRASES = Phrases.shipped();

    private static final List<String> ADVICE =
            List.of(
                    "try-another-method",
                    "try-another-network",
                    "wait-before-retry",
                    "check-junk",
                    "allow-unknown-senders",
                    "empty-inbox",
                    "restart-messaging-app",
                    "add-backup-method",
                    "private-window",
                    "fallback-offered",
                    "contact-help-desk",
                    "appeal",
                    "resolve-account",
                    "use-mobile-number",
                    "operator-opt-in",
                    "do-not-respond",
                    "stronger-method",
                    "check-number",
                    "verify-security-info",
                    "skip-for-now",
                    "phone-on",
                    "check-address",
                    "someone-tried",
                    "someone-mistyped",
                    "late-code",
                    "verify-first",
                    "replacement-held",
                    "replacement-cancelled",
                    "restricted-account",
                    "register-security-info");

    private static final List<String> REASONS =
            List.of(
                    "unusual-activity",
                    "high-volume",
                    "region-unavailable",
                    "region-opt-in",
                    "region-limited",
                    "terms-of-service",
                    "escalating-wait",
                    "wait-before-resend",
                    "repeated-sign-in",
                    "voip-number",
                    "locked-account",
                    "too-many-checks",
                    "block-holds",
                    "invalid-number",
                    "premium-number",
                    "verify-prompt",
                    "nothing-to-skip",
                    "skipped-today",
                    "passwordless",
                    "hot-region",
                    "last-method",
                    "proof-needed",
                    "replacement-held",
                    "help-desk-replaces",
                    "not-proven-yet",
                    "replacement-cancelled",
                    "replaced-everything",
                    "no-help-desk",
                    "register-again",
                    "nothing-to-sign-in-with");

    static List<String> languages() {
        return PHRASES.languages();
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "EN_us, en",
        "de-AT-1996, de",
        "pt, pt-BR",
        "pt-PT, pt-BR",
        "pt-br, pt-BR",
        "es-419, es",
        "ja-JP-u-ca-japanese, ja",
        "ar-EG, ar",
        "zh, en",
        "zh-Hant-TW, en",
        "x-nonsense, en",
        "de-x-a, de",
        "'', en",
        "---, en"
    })
    void findsTheNearestLanguage(String tag, String language) {
        assertThat(PHRASES.language(tag)).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasTheSameKeysInEveryLanguage(String language) {
        assertThat(PHRASES.keys(language)).containsExactlyInAnyOrderElementsOf(PHRASES.keys("en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void usesTheSamePlaceholdersInEveryLanguage(String language) {
        Map<String, String> names = Map.of("app", "<app>", "code", "<code>");
        for (String key : PHRASES.keys("en")) {
            assertThat(placeholders(PHRASES.message(key, language, names)))
                    .as(key)
                    .isEqualTo(placeholders(PHRASES.message(key, "en", names)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysEveryAdviceAndReasonInItsOwnWords(String language) {
        assertThat(ADVICE.stream().map(code -> PHRASES.advice(code, language)))
                .doesNotHaveDuplicates()
                .doesNotContain(PHRASES.advice("general", language))
                .allSatisfy(PhrasesTest::isOneShortLine);
        assertThat(REASONS.stream().map(code -> PHRASES.reason(code, language)))
                .doesNotHaveDuplicates()
                .doesNotContain(PHRASES.reason("general", language))
                .allSatisfy(PhrasesTest::isOneShortLine);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fallsBackToAGeneralSentence(String language) {
        assertThat(PHRASES.advice("made-up", language))
                .isEqualTo(PHRASES.advice("general", language))
                .isNotBlank();
        assertThat(PHRASES.reason("made-up", language))
                .isEqualTo(PHRASES.reason("general", language))
                .isNotBlank();
    }

    /// Words by which a person could feel accused, or scolded for what somebody else did.
    private static final Pattern ACCUSING =
            Pattern.compile(
                    "(?i)\\b(you (failed|forgot|should have|must|have to|cannot|can't|did not|didn't)"
                            + "|your (fault|mistake|error)|(wrong|bad|invalid|illegal|incorrect)(ly)?"
                            + "|suspicious|fraud|abuse|violat\\w*|guilty|blame|careless|too many|denied|forbidden)\\b");

    @Test
    void accusesNobody() {
        assertThat(ACCUSING.matcher("You typed a wrong code").find()).isTrue();
        assertThat(
                        Stream.concat(
                                        PHRASES.keys("en").stream()
                                                .filter(key -> key.startsWith("advice.")),
                                        PHRASES.keys("en").stream()
                                                .filter(key -> key.startsWith("reason.")))
                                .map(key -> PHRASES.message(key, "en", Map.of())))
                .hasSizeGreaterThan(30)
                .noneMatch(sentence -> ACCUSING.matcher(sentence).find());
    }

    @Test
    void translatesAll() {
        for (String key : PHRASES.keys("en")) {
            Map<String, String> names = Map.of("app", "Contoso", "code", "1");
            assertThat(
                            PHRASES.languages().stream()
                                    .map(language -> PHRASES.message(key, language, names)))
                    .as(key)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void fillsInValuesOnlyOnce() {
        assertThat(
                        PHRASES.message(
                                "email.code.subject",
                                "en",
                                Map.of("app", "{code}$1\\", "code", "123456")))
                .isEqualTo("Your {code}$1\\ code");
    }

    @Test
    void refusesUnknownMessagesAndMissingValues() {
        assertThatThrownBy(() -> PHRASES.message("sms.nothing", "en", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`sms.nothing`");
        assertThatThrownBy(() -> PHRASES.message("sms.code", "en", Map.of("code", "123456")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`{app}`");
    }

    private static void isOneShortLine(String sentence) {
        assertThat(sentence).isNotBlank().doesNotContain("\n").hasSizeLessThan(140);
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("<[a-z]+>")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }
}
