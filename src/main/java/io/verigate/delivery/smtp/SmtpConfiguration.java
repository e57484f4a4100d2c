package io.verigate.delivery.smtp;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// The mail server; set under `verigate.smtp`.
///
/// @param tls `off`, `optional`, `required` or `implicit`
/// @param user user name; empty for a server without authentication
/// @param from address of the one published sender
/// @param fromName display name of the sender
/// @param publishedDomain the published domain, which contains the sender
/// @param connections maximum number of connections, 1 to 100
@ConfigurationProperties("verigate.smtp")
public record SmtpConfiguration(
        @Bindable(defaultValue = "localhost") String host,
        @Bindable(defaultValue = "587") int port,
        @Bindable(defaultValue = "required") SmtpTls tls,
        @Bindable(defaultValue = "") String user,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "") String from,
        @Bindable(defaultValue = "") String fromName,
        @Bindable(defaultValue = "") String publishedDomain,
        @Bindable(defaultValue = "5s") Duration connectTimeout,
        @Bindable(defaultValue = "30s") Duration answerTimeout,
        @Bindable(defaultValue = "8") int connections) {
    /// @throws IllegalArgumentException when a value is outside its range
    public SmtpServer server() {
        return new SmtpServer(
                host, port, tls, user, password, connectTimeout, answerTimeout, connections);
    }

    /// @throws IllegalArgumentException when a value is outside its range
    public PublishedSender sender() {
        return new PublishedSender(from, fromName, publishedDomain);
    }

    @Override
    public String toString() {
        return "SmtpConfiguration[" + host + "]";
    }
}
