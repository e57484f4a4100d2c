package io.verigate.delivery.smpp;

import io.verigate.delivery.Timeouts;
import java.time.Duration;

/// The message centre (SMSC) of the provider.
///
/// @param host name or address
/// @param port usually 2775, or 3550 with TLS
/// @param tls whether the connection is encrypted from the first byte
/// @param connectTimeout of connecting
/// @param answerTimeout of a response, after which a message is in doubt
/// @param enquireLink silence after which the connection is probed (SMPP 3.4, 4.11)
public record SmppServer(
        String host,
        int port,
        boolean tls,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration enquireLink) {
    /// @throws IllegalArgumentException when a value is outside its range
    public SmppServer {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "the message centre's host `%s` must not be empty or contain spaces"
                            .formatted(host));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "the port must be 1 to 65535, not `%d`".formatted(port));
        }
        Timeouts.check("connect timeout of the message centre", connectTimeout);
        Timeouts.check("answer timeout of the message centre", answerTimeout);
        Timeouts.check("enquire link interval of the message centre", enquireLink);
    }
}
