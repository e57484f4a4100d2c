package io.verigate.delivery.smtp;

import java.time.Duration;
import java.util.Set;

/// The mail server that takes messages from this service; `toString` hides the password.
///
/// @param host name or address
/// @param port 25, 587 or 465 as a rule
/// @param tls how the connection is protected
/// @param user who signs in; empty for a server that asks nobody
/// @param password that user's password
/// @param connectTimeout how long connecting may take
/// @param answerTimeout how long the server may stay silent
/// @param connections most connections at once, 1 to 100
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
    private static final Duration MAX_LENGTH = Duration.ofMinutes(10);

    /// @throws IllegalArgumentException when a value is outside its range, or a password could be overheard
    public SmtpServer {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "the mail server's host `%s` is empty or has blanks".formatted(host));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("`%d` is no port; use 1 to 65535".formatted(port));
        }
        if (connections < 1 || connections > 100) {
            throw new IllegalArgumentException(
                    "`%d` connections to the mail server; use 1 to 100".formatted(connections));
        }
        check("connect", connectTimeout);
        check("answer", answerTimeout);
        if (!user.isEmpty() && !tls.always() && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException(
                    "a password for `%s` could be overheard; set TLS to `required` or `implicit`"
                            .formatted(host));
        }
    }

    private static void check(String name, Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException(
                    "the %s timeout `%s` of the mail server is outside 1 ms to 10 min"
                            .formatted(name, timeout));
        }
    }

    @Override
    public String toString() {
        return "mail server %s:%d (%s)".formatted(host, port, tls);
    }
}
