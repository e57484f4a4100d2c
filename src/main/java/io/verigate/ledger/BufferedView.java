package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The view of one transaction: its own writes over the earlier records.
public final class BufferedView implements TransactionView {
    private final Set<Key<?, ?>> open;
    private final Function<Key<?, ?>, Optional<Object>> before;
    private final Map<Key<?, ?>, Object> written = new LinkedHashMap<>();

    /// @param open the keys that the transaction named; the set may grow until the transaction runs
    /// @param before the record with a key before this transaction
    public BufferedView(Set<Key<?, ?>> open, Function<Key<?, ?>, Optional<Object>> before) {
        this.open = open;
        this.before = before;
    }

    @Override
    public <K, V> Optional<V> get(Key<K, V> key) {
        Object own = written.get(key);
        if (own != null) {
            return Optional.of(key.recordType().values().cast(own));
        }
        if (!open.contains(key)) {
            throw new IllegalStateException(
                    "a transaction read from `"
                            + key.recordType().name()
                            + "` without naming the key first");
        }
        return before.apply(key).map(key.recordType().values()::cast);
    }

    @Override
    public <K, V> void put(Key<K, V> key, V value) {
        written.put(key, value);
    }

    /// What the transaction wrote, in order.
    public Map<Key<?, ?>, Object> written() {
        return written;
    }
}
