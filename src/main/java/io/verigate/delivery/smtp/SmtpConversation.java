package io.verigate.delivery.smtp;

import io.verigate.delivery.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One connection that remembers how far a message came and what the server said last, so that a failure can be told
/// apart: refused, lost before the end of data (the server then drops it, RFC 5321, 4.1.1.4), or in doubt after it.
/// Used by one thread at a time.
final class SmtpConversation extends SMTPTransport {
    /// Nothing was answered to the last command.
    private static final int SILENCE = -1;

    private int answer = SILENCE;
    private boolean recipientNamed;
    private boolean endOfDataSent;
    private boolean clearingUp;

    SmtpConversation(Session session) {
        super(session, null);
    }

    /// Sends one message, and tells what became of it.
    SendResult deliver(MimeMessage message, InternetAddress to, String reference) {
        answer = SILENCE;
        recipientNamed = false;
        endOfDataSent = false;
        clearingUp = false;
        try {
            sendMessage(message, new InternetAddress[] {to});
            return new SendResult.Accepted(reference, false);
        } catch (MessagingException | IllegalStateException failure) {
            return failure("connection-lost");
        }
    }

    /// What a failure means by the last answer of the server. Before it heard of a recipient it refused this service, not
    /// the person: that is for the operator to put right, and the message may leave then.
    ///
    /// @param silent the reason when the server said nothing that explains it
    SendResult failure(String silent) {
        if (answer >= 400 && answer <= 499) {
            return new SendResult.Retry("smtp-" + answer);
        }
        if (answer >= 500 && answer <= 599) {
            String reason = "smtp-" + answer;
            return recipientNamed ? new SendResult.Rejected(reason) : new SendResult.Retry(reason);
        }
        return endOfDataSent
                ? new SendResult.InDoubt("no-answer-to-data")
                : new SendResult.Retry(silent);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        clearingUp = command.equals("RSET") || command.equals("QUIT");
        if (!clearingUp) {
            answer = SILENCE;
        }
        recipientNamed |= command.startsWith("RCPT");
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (!clearingUp) {
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
