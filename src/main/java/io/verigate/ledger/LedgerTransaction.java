package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// Work on records that is done whole or not at all. A use case returns one; whoever runs it hands it to a [Ledger].
///
/// `run` is called by the ledger's writer thread: it must not block, and must be repeatable, because a transaction that
/// loses a deadlock is run again. `committed` and `close` are called at most once.
public interface LedgerTransaction<T> {
    /// The records that can be named before anything is read.
    Set<Key<?, ?>> reads();

    /// The records that can be named once the first ones are read. Locked records here are locked after those of
    /// `reads`, so they must not include accounts.
    default Set<Key<?, ?>> readsNext(TransactionView view) {
        return Set.of();
    }

    /// The work itself.
    T run(TransactionView view);

    /// Called after the commit and before the caller has the result, for metrics and to wake workers. Must not block.
    default void committed(T result) {}

    /// Called at the end, whether or not the transaction was committed or even run, to give back what it holds.
    default void close() {}
}
