package io.verigate.retention;

import java.time.Instant;
import java.util.Optional;

/// Deletes what is too old, for as long as it is open; no other node does meanwhile. Used by one thread.
public interface Purge extends AutoCloseable {
    /// Makes room for what comes, so that what is kept together can go together.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
    void prepare(Instant now);

    /// Deletes a little, in a transaction so short that nobody who decides waits for it. What was deleted stays
    /// deleted, so that it can end and go on at any time.
    ///
    /// @param before what is older
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
    Batch next(RetainedKind kept, Instant before);

    /// Lets other nodes do it.
    @Override
    void close();

    /// What came of one turn.
    ///
    /// @param deleted how many rows; of decisions about so many
    /// @param more whether there may be more that is too old
    record Batch(int deleted, boolean more) {}

    /// Begins a purge.
    @FunctionalInterface
    interface Opening {
        /// Empty while another node is at it.
        ///
        /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer
        Optional<Purge> open();
    }
}
