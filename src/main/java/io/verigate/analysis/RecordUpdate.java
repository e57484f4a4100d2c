package io.verigate.analysis;

import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Replaces one record.
///
/// @param change makes the next value from the stored one
record RecordUpdate<V>(Key<String, V> key, Function<Optional<V>, V> change)
        implements LedgerTransaction<V> {
    @Override
    public Set<Key<?, ?>> reads() {
        return Set.of(key);
    }

    @Override
    public V run(TransactionView view) {
        V next = change.apply(view.get(key));
        view.put(key, next);
        return next;
    }
}
