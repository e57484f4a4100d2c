package io.verigate.delivery.outbox;

import io.verigate.delivery.SendResult;
import java.time.Duration;

/// Records the result of an attempt. Thread-safe.
@FunctionalInterface
public interface DeliveryResultRecorder {
    /// Retries while the database is unavailable, because an unrecorded result leaves the message in doubt.
    ///
    /// @param pause between attempts to record it
    /// @throws io.verigate.ledger.LedgerUnavailable when the database stays unavailable
    void record(OutboxMessage message, SendResult result, Pause pause);

    /// Waits between two attempts.
    @FunctionalInterface
    interface Pause {
        /// Waits; false when there is no time for another attempt.
        boolean rest(Duration length);
    }
}
