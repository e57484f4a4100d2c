package io.verigate.ledger;

import io.verigate.ledger.Shelf.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A ledger without a disk, for regression cases and simulations: one step at a time. Thread-safe.
public final class MemoryLedger implements Ledger {
    private final Map<Key<?, ?>, Object> records = new HashMap<>();
    private final Set<Shelf<?, ?>> forgotten;

    /// Keeps everything.
    public MemoryLedger() {
        this(Set.of());
    }

    /// @param forgotten shelves of which nothing is kept, because no step reads them
    public MemoryLedger(Set<Shelf<?, ?>> forgotten) {
        this.forgotten = Set.copyOf(forgotten);
    }

    @Override
    public <T> CompletableFuture<T> submit(Step<T> step) {
        try {
            return CompletableFuture.completedFuture(now(step));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized <T> T now(Step<T> step) {
        Set<Key<?, ?>> open = new HashSet<>(step.reads());
        StepPages pages = new StepPages(open, key -> Optional.ofNullable(records.get(key)));
        open.addAll(step.more(pages));
        T result = step.run(pages);
        pages.written()
                .forEach((key, value) -> {
                    if (!forgotten.contains(key.shelf())) {
                        records.put(key, value);
                    }
                });
        return result;
    }

    /// The record at a place.
    public synchronized <K, V> Optional<V> find(Key<K, V> key) {
        return Optional.ofNullable(records.get(key)).map(key.shelf().values()::cast);
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
