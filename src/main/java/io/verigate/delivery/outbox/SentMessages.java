package io.verigate.delivery.outbox;

import java.util.Optional;

/// Finds messages that were handed to a provider. Committed state only. Thread-safe.
@FunctionalInterface
public interface SentMessages {
    /// The message that a provider calls by this reference.
    Optional<OutboxMessage> findByReference(String reference);
}
