package io.verigate.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sends to a real mail server on loopback.
final class SmtpSenderTest {
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void sendsPlainTextFromThePublishedSender() throws MessagingException, IOException {
        mail.start();
        try (SmtpSender sender = sender("")) {
            assertThat(sender.send(Messages.email("m-1", "rana@example.org")))
                    .isEqualTo(new SendResult.Accepted("<m-1@mail.example.com>", false));
        }
        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getFrom())
                .extracting(Object::toString)
                .containsExactly("Contoso Sicherheit <code@mail.example.com>");
        assertThat(received.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("rana@example.org");
        assertThat(received.getSubject()).isEqualTo("Ihr Code für Contoso");
        assertThat(received.getMessageID()).isEqualTo("<m-1@mail.example.com>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getHeader("Content-Language")).containsExactly("de-AT");
        assertThat(received.getSentDate()).isEqualTo(Date.from(Messages.NOW));
        assertThat(received.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(((String) received.getContent()).lines())
                .containsExactly("Ihr Code: 123456", "", ".", "Grüße aus 東京");
    }

    @Test
    void everyAttemptHasTheSameMessageId() throws MessagingException {
        mail.start();
        try (SmtpSender sender = sender("")) {
            sender.send(Messages.email("m-7", "rana@example.org"));
            sender.send(Messages.email("m-7", "rana@example.org"));
        }
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[1].getMessageID())
                .isEqualTo(mail.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void signsIn() {
        mail.start();
        mail.setUser("rana@example.org", "rana@example.org", "inbox");
        mail.setUser("sender@example.com", "sender", "secret");
        mail.getManagers().getUserManager().setAuthRequired(true);
        try (SmtpSender sender = sender("sender")) {
            assertThat(sender.send(Messages.email("m-1", "rana@example.org")))
                    .isInstanceOf(SendResult.Accepted.class);
        }
        try (SmtpSender sender = sender("stranger")) {
            assertThat(sender.send(Messages.email("m-2", "rana@example.org")))
                    .isEqualTo(new SendResult.Retry("smtp-535"));
        }
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void buildsAMessageWithoutInjectedHeaders() throws MessagingException {
        PublishedSender from = new PublishedSender("code@example.com", "", "example.com");
        CodeMail written =
                new CodeMail(
                        Session.getInstance(new Properties()),
                        from,
                        new InternetAddress("rana@example.org"),
                        Messages.email("m-1", "rana@example.org"),
                        Messages.NOW);
        assertThat(written.getAllHeaders().asIterator())
                .toIterable()
                .extracting(Header::getName)
                .containsExactlyInAnyOrder(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Message-Id",
                        "Auto-Submitted",
                        "Content-Language",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding");
    }

    private SmtpSender sender(String user) {
        int port = mail.getSmtp().getPort();
        SmtpServer server =
                new SmtpServer(
                        "localhost",
                        port,
                        SmtpTls.OFF,
                        user,
                        "secret",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        2);
        PublishedSender from =
                new PublishedSender("code@mail.example.com", "Contoso Sicherheit", "example.com");
        return new SmtpSender(server, from, InstantSource.fixed(Messages.NOW));
    }
}
