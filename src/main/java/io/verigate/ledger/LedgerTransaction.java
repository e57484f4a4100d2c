package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// Atomic work on records. A use case returns one, and its caller submits it to a [Ledger].
///
/// `run` is called by the ledger's writer thread: it must not block, and must be repeatable, because a transaction that
/// loses a deadlock is run again. `committed` and `close` are called at most once.
public interface LedgerTransaction<T> {
    /// The keys that can be named before anything is read.
    Set<Key<?, ?>> reads();

    /// The keys that can be named once the records of `reads` are read. They are locked after those, so they must not
    /// include accounts.
    default Set<Key<?, ?>> readsNext(TransactionView view) {
        return Set.of();
    }

    /// Does the work.
    T run(TransactionView view);

    /// Called after the commit and before the caller gets the result, for metrics and to wake workers. Must not block.
    default void committed(T result) {}

    /// Called at the end, even if the transaction was not committed or not run, to release its resources.
    default void close() {}
}
