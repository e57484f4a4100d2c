package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A ledger without a disk, for regression cases and simulations: one step at a time. Thread-safe.
public final class InMemoryLedger implements Ledger {
    private final Map<Key<?, ?>, Object> records = new HashMap<>();
    private final Set<RecordType<?, ?>> forgotten;

    /// Keeps everything.
    public InMemoryLedger() {
        this(Set.of());
    }

    /// @param forgotten shelves of which nothing is kept, because no step reads them
    public InMemoryLedger(Set<RecordType<?, ?>> forgotten) {
        this.forgotten = Set.copyOf(forgotten);
    }

    @Override
    public <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction) {
        try {
            return CompletableFuture.completedFuture(now(transaction));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized <T> T now(LedgerTransaction<T> transaction) {
        Set<Key<?, ?>> open = new HashSet<>(transaction.reads());
        BufferedView view = new BufferedView(open, key -> Optional.ofNullable(records.get(key)));
        open.addAll(transaction.more(view));
        T result = transaction.run(view);
        view.written()
                .forEach((key, value) -> {
                    if (!forgotten.contains(key.recordType())) {
                        records.put(key, value);
                    }
                });
        return result;
    }

    /// The record at a place.
    public synchronized <K, V> Optional<V> find(Key<K, V> key) {
        return Optional.ofNullable(records.get(key)).map(key.recordType().values()::cast);
    }

    /// Everything on one shelf, in no particular order.
    public synchronized <K, V> Stream<V> all(RecordType<K, V> recordType) {
        Set<V> values = new HashSet<>();
        records.forEach((key, value) -> {
            if (key.recordType().equals(recordType)) {
                values.add(recordType.values().cast(value));
            }
        });
        return values.stream();
    }
}
