package io.verigate.delivery.smtp;

import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Sends e-mail from the one published address. Thread-safe; close it to disconnect.
///
/// A 4xx response is retried. A 5xx response is final once the recipient was sent; before, it concerns this service and
/// is retried. A connection that is lost before the end of data is retried; after it, the message is in doubt (RFC
/// 5321, 4.2.1 and 4.5.3.2.6).
public final class SmtpSender implements MessageSender, AutoCloseable {
    private final PublishedSender from;
    private final InstantSource clock;
    private final Session ascii;
    private final Session utf8;
    private final SmtpConnections asciiConnections;
    private final SmtpConnections utf8Connections;

    /// Connects when the first message is sent.
    ///
    /// @param clock for the `Date` header
    public SmtpSender(SmtpServer server, PublishedSender from, InstantSource clock) {
        this(server, from, clock, null);
    }

    SmtpSender(
            SmtpServer server,
            PublishedSender from,
            InstantSource clock,
            @Nullable SSLSocketFactory trust) {
        this.from = from;
        this.clock = clock;
        ascii = SmtpOptions.session(server, from.domain(), trust, false);
        utf8 = SmtpOptions.session(server, from.domain(), trust, true);
        asciiConnections = new SmtpConnections(server, ascii, clock);
        utf8Connections = new SmtpConnections(server, utf8, clock);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        String text = message.to().text();
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        InternetAddress to;
        CodeMail mail;
        try {
            to = address(text);
            mail = new CodeMail(plain ? ascii : utf8, from, to, message, clock.instant());
        } catch (AddressException malformed) {
            return new SendResult.Rejected("malformed-address");
        } catch (MessagingException malformed) {
            return new SendResult.Rejected("malformed-message");
        }
        if (plain) {
            return asciiConnections.with(
                    conversation -> conversation.deliver(mail, to, mail.messageId()));
        }
        return utf8Connections.with(conversation ->
                conversation.supportsExtension("SMTPUTF8")
                        ? conversation.deliver(mail, to, mail.messageId())
                        : new SendResult.Rejected("server-without-smtputf8"));
    }

    /// The address and nothing but the address: no display name, comment or list.
    private static InternetAddress address(String text) throws AddressException {
        InternetAddress address = new InternetAddress(text, true);
        if (!text.equals(address.getAddress())) {
            throw new AddressException("more than an address");
        }
        return address;
    }

    @Override
    public void close() {
        asciiConnections.close();
        utf8Connections.close();
    }
}
