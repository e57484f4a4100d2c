package io.verigate.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.Channel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTextsTest {
    private static final Phrases PHRASES = Phrases.shipped();
    private static final String MAX_APP_LENGTH = "Abcdefghijkl";
    private static final String MAX_DOMAIN_LENGTH = "a".repeat(26) + ".com";
    private static final String MAX_CODE_LENGTH = "12345678";

    private static final MessageTexts TEXTS = new MessageTexts(PHRASES, "Contoso", "example.com");

    static Stream<Arguments> longest() {
        return PHRASES.languages().stream()
                .flatMap(language ->
                        Stream.of(MessageKind.values())
                                .flatMap(kind ->
                                        Stream.of(MAX_DOMAIN_LENGTH, "example.com", "")
                                                .map(domain ->
                                                        Arguments.of(language, kind, domain))));
    }

    static List<String> languages() {
        return PHRASES.languages();
    }

    @ParameterizedTest
    @MethodSource("longest")
    void everyTextMessageIsOneSegment(String language, MessageKind kind, String domain) {
        MessageTexts texts = new MessageTexts(PHRASES, MAX_APP_LENGTH, domain);
        String text = texts.render(Channel.SMS, kind, language, MAX_CODE_LENGTH).text();
        assertThat(SmsSegments.count(text)).as(text).isEqualTo(1);
        assertThat(text).contains(MAX_APP_LENGTH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void latinTextMessagesKeepToTheGsmAlphabet(String language) {
        boolean latin = !List.of("ja", "ar").contains(language);
        for (MessageKind kind : MessageKind.values()) {
            String text = TEXTS.render(Channel.SMS, kind, language, MAX_CODE_LENGTH).text();
            assertThat(GsmAlphabet.covers(text)).as(text).isEqualTo(latin);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void bindsTheCodeToItsDomainInTheLastLine(String language) {
        String text = TEXTS.render(Channel.SMS, MessageKind.CODE, language, "123456").text();
        assertThat(text).endsWith("\n@example.com #123456");
        assertThat(text.lines().findFirst().orElseThrow()).contains("123456").contains("Contoso");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theUsualMessageWarnsAndTellsItsTime(String language) {
        assertThat(TEXTS.render(Channel.SMS, MessageKind.CODE, language, "123456").text())
                .contains("10");
    }

    @Test
    void leavesTheLineOutWithoutADomain() {
        MessageTexts texts = new MessageTexts(PHRASES, "Contoso", "");
        assertThat(texts.render(Channel.SMS, MessageKind.CODE, "en-GB", "123456").text())
                .isEqualTo(
                        "123456 is your Contoso code. It expires in 10 minutes. Never share it.");
    }

    @Test
    void onlyACodeHasTheLine() {
        assertThat(TEXTS.render(Channel.SMS, MessageKind.SECURITY_INFO, "en", "").text())
                .doesNotContain("@");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void speaksDigitByDigit(String language) {
        MessageText spoken = TEXTS.render(Channel.VOICE, MessageKind.CODE, language, "123456");
        assertThat(spoken.subject()).isEmpty();
        assertThat(spoken.text().split("1, 2, 3, 4, 5, 6", -1)).hasSize(3);
        assertThat(TEXTS.render(Channel.VOICE, MessageKind.SECURITY_INFO, language, "").text())
                .contains("Contoso");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void wordsAnEmail(String language) {
        MessageText mail = TEXTS.render(Channel.EMAIL, MessageKind.CODE, language, "123456");
        assertThat(mail.subject())
                .contains("Contoso")
                .doesNotContain("\n")
                .doesNotContain("123456");
        assertThat(mail.text().lines().filter(line -> line.endsWith("123456"))).hasSize(1);
        assertThat(mail.text()).contains("Contoso").contains("10").doesNotContain("{");

        MessageText notice = TEXTS.render(Channel.EMAIL, MessageKind.SECURITY_INFO, language, "");
        assertThat(notice.subject()).contains("Contoso").doesNotContain("\n");
        assertThat(notice.text()).contains("Contoso").doesNotContain("{");
    }

    @Test
    void refusesNamesThatDoNotFit() {
        assertThatThrownBy(() -> new MessageTexts(PHRASES, MAX_APP_LENGTH, "a".repeat(40) + ".com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exceeds one segment");
        assertThatThrownBy(() ->
                        new MessageTexts(
                                PHRASES, "An app with an endless name indeed", "example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exceeds one segment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a@b", "{code}", "a#b"})
    void refusesMalformedAppNames(String name) {
        assertThatThrownBy(() -> new MessageTexts(PHRASES, name, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "Example.com",
                "a b.com",
                "example.com\n",
                "-a.com",
                "https://example.com"
            })
    void refusesMalformedDomains(String domain) {
        assertThatThrownBy(() -> new MessageTexts(PHRASES, "App", domain))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "123456789", "12345a", "123456\n"})
    void refusesMalformedCodes(String code) {
        assertThatThrownBy(() -> TEXTS.render(Channel.SMS, MessageKind.CODE, "en", code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a code must be 6 to 8 digits");
    }

    @Test
    void refusesChannelsThatReceiveNothing() {
        assertThatThrownBy(() -> TEXTS.render(Channel.PASSKEY, MessageKind.CODE, "en", "123456"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`passkey`");
    }

    @Test
    void showsNoWords() {
        assertThat(TEXTS.render(Channel.EMAIL, MessageKind.CODE, "en", "123456").toString())
                .doesNotContain("123456")
                .doesNotContain("Contoso");
    }
}
