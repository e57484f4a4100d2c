package io.verigate.delivery.smpp;

import java.time.Duration;

/// The operator's message centre.
///
/// @param host name or address
/// @param port 2775 as a rule, 3550 with TLS
/// @param tls whether the connection is encrypted from the first byte
/// @param connectTimeout how long connecting may take
/// @param answerTimeout how long an answer may take; after it a message is in doubt
/// @param enquireLink after so much silence the connection is probed (SMPP 3.4, 4.11)
public record SmppServer(
        String host,
        int port,
        boolean tls,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration enquireLink) {
    private static final Duration MAX_LENGTH = Duration.ofMinutes(10);

    /// @throws IllegalArgumentException when a value is outside its range
    public SmppServer {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "the message centre's host `%s` is empty or has blanks".formatted(host));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("`%d` is no port; use 1 to 65535".formatted(port));
        }
        check("connect", connectTimeout);
        check("answer", answerTimeout);
        check("enquire link", enquireLink);
    }

    private static void check(String name, Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException(
                    "the %s time `%s` of the message centre is outside 1 ms to 10 min"
                            .formatted(name, time));
        }
    }
}
