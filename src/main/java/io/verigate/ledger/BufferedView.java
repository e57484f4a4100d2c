package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The pages of one step: its own writes over what was there before.
public final class BufferedView implements TransactionView {
    private final Set<Key<?, ?>> open;
    private final Function<Key<?, ?>, Optional<Object>> before;
    private final Map<Key<?, ?>, Object> written = new LinkedHashMap<>();

    /// @param open the places that the step named; it may grow until the step runs
    /// @param before what stands at a place before this step
    public BufferedView(Set<Key<?, ?>> open, Function<Key<?, ?>, Optional<Object>> before) {
        this.open = open;
        this.before = before;
    }

    @Override
    public <K, V> Optional<V> get(Key<K, V> key) {
        Object mine = written.get(key);
        if (mine != null) {
            return Optional.of(key.recordType().values().cast(mine));
        }
        if (!open.contains(key)) {
            throw new IllegalStateException(
                    "a step read from `"
                            + key.recordType().name()
                            + "` without naming the place first");
        }
        return before.apply(key).map(key.recordType().values()::cast);
    }

    @Override
    public <K, V> void put(Key<K, V> key, V value) {
        written.put(key, value);
    }

    /// What the step wrote, in order.
    public Map<Key<?, ?>, Object> written() {
        return written;
    }
}
