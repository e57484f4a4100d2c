package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A ledger in memory, for regression cases and simulations. Runs one transaction at a time. Thread-safe.
public final class InMemoryLedger implements Ledger {
    private final Map<Key<?, ?>, Object> records = new HashMap<>();
    private final Set<RecordType<?, ?>> discarded;

    /// Keeps all records.
    public InMemoryLedger() {
        this(Set.of());
    }

    /// @param discarded record types that are not kept, because no transaction reads them
    public InMemoryLedger(Set<RecordType<?, ?>> discarded) {
        this.discarded = Set.copyOf(discarded);
    }

    @Override
    public <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction) {
        try {
            T result = runNow(transaction);
            transaction.committed(result);
            return CompletableFuture.completedFuture(result);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            transaction.close();
        }
    }

    private synchronized <T> T runNow(LedgerTransaction<T> transaction) {
        Set<Key<?, ?>> open = new HashSet<>(transaction.reads());
        BufferedView view = new BufferedView(open, key -> Optional.ofNullable(records.get(key)));
        open.addAll(transaction.readsNext(view));
        T result = transaction.run(view);
        view.written()
                .forEach((key, value) -> {
                    if (!discarded.contains(key.recordType())) {
                        records.put(key, value);
                    }
                });
        return result;
    }

    /// The record with a key.
    public synchronized <K, V> Optional<V> find(Key<K, V> key) {
        return Optional.ofNullable(records.get(key)).map(key.recordType().values()::cast);
    }

    /// All records of one type, in no particular order.
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
