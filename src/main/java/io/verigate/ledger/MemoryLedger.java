package io.verigate.ledger;

import io.verigate.ledger.Shelf.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A ledger without a disk, for regression cases and simulations: one step at a time. Thread-safe.
public final class MemoryLedger implements Ledger {
    private final Map<Key<?, ?>, Object> records = new HashMap<>();

    @Override
    public synchronized <T> T run(Step<T> step) {
        Set<Key<?, ?>> open = new HashSet<>(step.reads());
        StepPages pages = new StepPages(open, key -> Optional.ofNullable(records.get(key)));
        open.addAll(step.more(pages));
        T result = step.run(pages);
        records.putAll(pages.written());
        return result;
    }

    /// Everything on one shelf, in no particular order.
    public synchronized <K, V> Stream<V> all(Shelf<K, V> shelf) {
        Set<V> values = new HashSet<>();
        records.forEach((key, value) -> {
            if (key.shelf().equals(shelf)) {
                values.add(shelf.values().cast(value));
            }
        });
        return values.stream();
    }
}
