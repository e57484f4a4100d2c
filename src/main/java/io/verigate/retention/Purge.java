package io.verigate.retention;

import java.time.Instant;
import java.util.Optional;

/// Deletes expired data; while it is open, no other node does. Used by one thread.
public interface Purge extends AutoCloseable {
    /// Creates the partitions of the coming days, so that each day can be dropped as a whole.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond
    void prepare(Instant now);

    /// Deletes one batch in a transaction that is too short to delay decisions. It can stop and continue
    /// at any time.
    ///
    /// @param before deletes what is older
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond
    Batch next(RetainedKind kept, Instant before);

    /// Releases the lock.
    @Override
    void close();

    /// The result of one batch.
    ///
    /// @param deleted number of rows; an estimate for decisions
    /// @param more whether more may be expired
    record Batch(int deleted, boolean more) {}

    /// Opens purges.
    @FunctionalInterface
    interface PurgeFactory {
        /// Returns empty while another node is purging.
        ///
        /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond
        Optional<Purge> open();
    }
}
