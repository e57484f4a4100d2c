package io.verigate.delivery.smtp;

import io.verigate.delivery.OutgoingMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/// A message as an e-mail: plain text in UTF-8, marked as auto-generated, with the same Message-ID for every attempt.
final class CodeMail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    /// @throws MessagingException when a header cannot be written
    CodeMail(
            Session session,
            PublishedSender from,
            InternetAddress to,
            OutgoingMessage message,
            Instant now)
            throws MessagingException {
        super(session);
        messageId = "<%s@%s>".formatted(message.id(), from.domain());
        setFrom(address(from));
        setRecipient(Message.RecipientType.TO, to);
        setSubject(message.subject(), UTF_8);
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5
        setHeader("Content-Language", message.language()); // RFC 3282, 2
        setText(message.text(), UTF_8);
        saveChanges();
    }

    /// The Message-ID (RFC 5322, 3.6.4).
    String messageId() {
        return messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static InternetAddress address(PublishedSender from) {
        try {
            return new InternetAddress(
                    from.address(), from.name().isEmpty() ? null : from.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every JDK supports UTF-8", impossible);
        }
    }
}
