package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.Set;

/// Work that is done whole or not at all, on records that it names first.
///
/// Runs on the writer's own thread: it must not block, and must be repeatable, because a transaction that loses a
/// deadlock runs its steps again.
public interface LedgerTransaction<T> {
    /// The places that can be named before anything is read.
    Set<Key<?, ?>> reads();

    /// The places that are known once the first ones are read; locked places here come after those of `reads` in the
    /// order of locking, so they must not include accounts.
    default Set<Key<?, ?>> more(TransactionView view) {
        return Set.of();
    }

    /// The work itself.
    T run(TransactionView view);
}
