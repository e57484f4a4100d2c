package io.verigate.delivery.smtp;

import io.verigate.delivery.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One connection that tracks the progress of a message and the last response, to distinguish failures: rejected, lost
/// before the end of data (the server then discards it, RFC 5321, 4.1.1.4), or in doubt after it. Used by one thread at
/// a time.
final class SmtpConversation extends SMTPTransport {
    /// No response to the last command.
    private static final int NO_ANSWER = -1;

    private int answer = NO_ANSWER;
    private boolean recipientSent;
    private boolean endOfDataSent;
    private boolean cleaningUp;

    SmtpConversation(Session session) {
        super(session, null);
    }

    /// Sends one message.
    SendResult deliver(MimeMessage message, InternetAddress to, String reference) {
        answer = NO_ANSWER;
        recipientSent = false;
        endOfDataSent = false;
        cleaningUp = false;
        try {
            sendMessage(message, new InternetAddress[] {to});
            return new SendResult.Accepted(reference, false);
        } catch (MessagingException | IllegalStateException failure) {
            return failure("connection-lost");
        }
    }

    /// The result of a failure, by the last response of the server. A rejection before the recipient was sent concerns
    /// this service, not the person: the operator must fix it, and the message is retried.
    ///
    /// @param fallback the reason when the server gave none
    SendResult failure(String fallback) {
        if (answer >= 400 && answer <= 499) {
            return new SendResult.Retry("smtp-" + answer);
        }
        if (answer >= 500 && answer <= 599) {
            String reason = "smtp-" + answer;
            return recipientSent ? new SendResult.Rejected(reason) : new SendResult.Retry(reason);
        }
        return endOfDataSent
                ? new SendResult.InDoubt("no-answer-to-data")
                : new SendResult.Retry(fallback);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        cleaningUp = command.equals("RSET") || command.equals("QUIT");
        if (!cleaningUp) {
            answer = NO_ANSWER;
        }
        recipientSent |= command.startsWith("RCPT");
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (!cleaningUp) {
            answer = code;
        }
        return code;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        endOfDataSent = true;
        super.finishData();
    }
}
