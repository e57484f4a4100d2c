package io.verigate.delivery.outbox;

import io.verigate.delivery.OutgoingMessage;
import java.util.Optional;

/// Renders a queued message. Thread-safe.
@FunctionalInterface
public interface MessagePreparer {
    /// The message to send; empty when it is no longer needed, which is recorded.
    Optional<OutgoingMessage> prepare(OutboxMessage message);
}
