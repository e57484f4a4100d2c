package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"code@example.com", "code@mail.example.com", "no.reply+x@EXAMPLE.com"})
    void takesASenderOfThePublishedDomain(String address) {
        assertThatCode(() -> new PublishedSender(address, "Contoso", "Example.com"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code@example.org",
                "code@notexample.com",
                "code@example.com.evil.org",
                "code@com"
            })
    void refusesASenderOutsideThePublishedDomain(String address) {
        assertThatThrownBy(() -> new PublishedSender(address, "", "example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be in the published domain `example.com`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "@example.com",
                "a b@example.com",
                "a\r\nb@example.com",
                "<a@example.com>"
            })
    void refusesMalformedSenders(String address) {
        assertThatThrownBy(() -> new PublishedSender(address, "", "example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an address");
    }

    @Test
    void refusesNamesOfMoreThanOneLine() {
        assertThatThrownBy(() ->
                        new PublishedSender(
                                "a@example.com", "A\r\nBcc: b@example.org", "example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPasswordThatCouldBeOverheard() {
        assertThatThrownBy(() -> server("mail.example.com", 25, SmtpTls.OPTIONAL, "user"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unencrypted");
        assertThatCode(() -> server("mail.example.com", 587, SmtpTls.REQUIRED, "user"))
                .doesNotThrowAnyException();
        assertThatCode(() -> server("localhost", 25, SmtpTls.OFF, "user"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(() -> server("", 25, SmtpTls.OFF, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server("a", 0, SmtpTls.OFF, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new SmtpServer(
                                "a",
                                25,
                                SmtpTls.OFF,
                                "",
                                "",
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hidesThePassword() {
        assertThat(server("localhost", 25, SmtpTls.OFF, "user"))
                .asString()
                .doesNotContain("secret");
    }

    private static SmtpServer server(String host, int port, SmtpTls tls, String user) {
        return new SmtpServer(
                host, port, tls, user, "secret", Duration.ofSeconds(1), Duration.ofSeconds(1), 2);
    }
}
