package io.verigate.delivery.smtp;

import io.verigate.delivery.Timeouts;
import java.time.Duration;
import java.util.Set;

/// The settings of the mail server; `toString` hides the password.
///
/// @param host name or address
/// @param port usually 25, 587 or 465
/// @param tls encryption of the connection
/// @param user user name; empty for a server without authentication
/// @param password of the user
/// @param connectTimeout of connecting
/// @param answerTimeout of each response
/// @param connections maximum number of connections, 1 to 100
public record SmtpServer(
        String host,
        int port,
        SmtpTls tls,
        String user,
        String password,
        Duration connectTimeout,
        Duration answerTimeout,
        int connections) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /// @throws IllegalArgumentException when a value is outside its range, or the password would be sent unencrypted
    public SmtpServer {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "the mail server's host `%s` must not be empty or contain spaces"
                            .formatted(host));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "the port must be 1 to 65535, not `%d`".formatted(port));
        }
        if (connections < 1 || connections > 100) {
            throw new IllegalArgumentException(
                    "the number of connections must be 1 to 100, not `%d`".formatted(connections));
        }
        Timeouts.check("connect timeout of the mail server", connectTimeout);
        Timeouts.check("answer timeout of the mail server", answerTimeout);
        if (!user.isEmpty() && !tls.always() && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException(
                    "the password for `%s` would be sent unencrypted: set TLS to `required` or `implicit`"
                            .formatted(host));
        }
    }

    @Override
    public String toString() {
        return "mail server %s:%d (%s)".formatted(host, port, tls);
    }
}
