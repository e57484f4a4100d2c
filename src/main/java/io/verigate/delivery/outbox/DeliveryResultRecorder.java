package io.verigate.delivery.outbox;

import io.verigate.delivery.SendResult;
import java.time.Duration;

/// Records the result of an attempt. Thread-safe.
@FunctionalInterface
public interface DeliveryResultRecorder {
    /// Retries while the database is away, because a result that is not recorded leaves the message in doubt.
    ///
    /// @param pause between two tries
    /// @throws io.verigate.ledger.LedgerUnavailable when the database stayed away
    void record(OutboxMessage message, SendResult result, Pause pause);

    /// Waits between two tries.
    @FunctionalInterface
    interface Pause {
        /// Waits for so long; false when there is no time for another try.
        boolean rest(Duration length);
    }
}
