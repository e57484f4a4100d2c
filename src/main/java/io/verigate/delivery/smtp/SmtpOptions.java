package io.verigate.delivery.smtp;

import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Maps the settings to the options of Angus Mail's SMTP provider.
final class SmtpOptions {
    private SmtpOptions() {}

    /// @param helloName the name of this service in the greeting
    /// @param trust decides which certificates are trusted; null means the default of the JDK
    /// @param utf8 whether addresses may contain non-ASCII letters (SMTPUTF8, RFC 6531)
    static Session session(
            SmtpServer server, String helloName, @Nullable SSLSocketFactory trust, boolean utf8) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", helloName);
        properties.setProperty(
                "mail.smtp.connectiontimeout", Long.toString(server.connectTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(server.answerTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout", Long.toString(server.answerTimeout().toMillis()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(server.tls() != SmtpTls.OFF));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(server.tls() == SmtpTls.REQUIRED));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(server.tls() == SmtpTls.IMPLICIT));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trust);
        }
        return Session.getInstance(properties);
    }
}
