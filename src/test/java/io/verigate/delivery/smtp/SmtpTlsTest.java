package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encryption of connections to the mail server.
final class SmtpTlsTest {
    private static final String OFFERS_TLS = "250-me\r\n250 STARTTLS";
    private static final SendResult SENT = new SendResult.Accepted("<m-1@example.com>", false);

    private static SSLContext tls;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        tls = TestCertificate.context(folder);
    }

    @Test
    void startsTlsWhenOffered() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(tls, false).on("EHLO", OFFERS_TLS)) {
            assertThat(send(server, "localhost", SmtpTls.OPTIONAL, tls.getSocketFactory()))
                    .isEqualTo(SENT);
            assertThat(server.heard())
                    .containsSubsequence("STARTTLS", "TLS", "MAIL FROM:<code@example.com>");
        }
    }

    @Test
    void goesWithoutWhenOptionalAndNotOffered() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(tls, false)) {
            assertThat(send(server, "localhost", SmtpTls.OPTIONAL, tls.getSocketFactory()))
                    .isEqualTo(SENT);
            assertThat(server.heard()).doesNotContain("TLS");
        }
    }

    @Test
    void speaksTlsFromTheFirstByte() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(tls, true)) {
            assertThat(send(server, "localhost", SmtpTls.IMPLICIT, tls.getSocketFactory()))
                    .isEqualTo(SENT);
            assertThat(server.heard()).containsSubsequence("TLS", "MAIL FROM:<code@example.com>");
        }
    }

    @Test
    void believesNoUnknownCertificate() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(tls, false).on("EHLO", OFFERS_TLS)) {
            assertThat(send(server, "localhost", SmtpTls.REQUIRED, null))
                    .isEqualTo(new SendResult.Retry("no-connection"));
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void believesNoCertificateOfAnotherHost() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(tls, false).on("EHLO", OFFERS_TLS)) {
            assertThat(send(server, "127.0.0.1", SmtpTls.OPTIONAL, tls.getSocketFactory()))
                    .isEqualTo(new SendResult.Retry("no-connection"));
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    private static SendResult send(
            ScriptedSmtp server, String host, SmtpTls tls, @Nullable SSLSocketFactory trust) {
        SmtpServer settings =
                new SmtpServer(
                        host,
                        server.port(),
                        tls,
                        "",
                        "",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        1);
        PublishedSender from = new PublishedSender("code@example.com", "", "example.com");
        try (SmtpSender sender =
                new SmtpSender(settings, from, InstantSource.fixed(Messages.NOW), trust)) {
            return sender.send(Messages.email("m-1", "rana@example.org"));
        }
    }
}
