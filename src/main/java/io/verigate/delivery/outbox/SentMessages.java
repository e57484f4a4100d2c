package io.verigate.delivery.outbox;

import java.util.Optional;

/// Finds messages that were handed to a provider. Committed state only. Thread-safe.
@FunctionalInterface
public interface SentMessages {
    /// The message with this reference of the provider.
    Optional<OutboxMessage> findByReference(String reference);
}
