package io.verigate.delivery.outbox;

import io.verigate.delivery.OutgoingMessage;
import java.util.Optional;

/// Renders a queued message. Thread-safe.
@FunctionalInterface
public interface MessagePreparer {
    /// What is sent; empty when the message is no longer needed, which is recorded then.
    Optional<OutgoingMessage> prepare(OutboxMessage message);
}
