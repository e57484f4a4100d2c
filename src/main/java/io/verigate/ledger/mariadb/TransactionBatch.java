package io.verigate.ledger.mariadb;

import io.verigate.ledger.BufferedView;
import io.verigate.ledger.RecordType;
import io.verigate.ledger.RecordType.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ledger transactions that share one transaction of the database: what they read, in the order of locking, and what
/// they wrote. Used once.
final class TransactionBatch {
    private final Connection connection;
    private final Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes;
    private final Map<Key<?, ?>, Place> places = new HashMap<>();

    TransactionBatch(Connection connection, Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes) {
        this.connection = connection;
        this.recordTypes = recordTypes;
    }

    /// The record of a key as it was loaded, and after the transactions so far.
    private static final class Place {
        private @Nullable Object loaded;
        private @Nullable Object current;
        private boolean written;
    }

    /// Does everything but the commit.
    void run(List<PendingTransaction<?>> transactions) throws SQLException {
        List<Running<?>> running = new ArrayList<>();
        transactions.forEach(pending -> running.add(begin(pending)));
        load(running.stream().map(Running::named).toList());
        running.forEach(Running::more);
        load(running.stream().map(Running::named).toList());
        running.forEach(Running::run);
        save();
    }

    private <T> Running<T> begin(PendingTransaction<T> pending) {
        return new Running<>(pending, new HashSet<>(pending.transaction().reads()));
    }

    private <L, W> @Nullable W loaded(Key<L, W> key, W unknown) {
        Place place = places.get(key);
        if (place == null) {
            return unknown;
        }
        return place.loaded == null ? null : key.recordType().values().cast(place.loaded);
    }

    private Optional<Object> stands(Key<?, ?> key) {
        Place place = places.get(key);
        return place == null ? Optional.empty() : Optional.ofNullable(place.current);
    }

    private void write(Key<?, ?> key, Object value) {
        Place place = places.computeIfAbsent(key, fresh -> new Place());
        place.current = value;
        place.written = true;
    }

    private final class Running<T> {
        private final PendingTransaction<T> pending;
        private final Set<Key<?, ?>> named;
        private final BufferedView view;
        private boolean failed;

        Running(PendingTransaction<T> pending, Set<Key<?, ?>> named) {
            this.pending = pending;
            this.named = named;
            this.view = new BufferedView(named, TransactionBatch.this::stands);
        }

        Set<Key<?, ?>> named() {
            return named;
        }

        void more() {
            try {
                named.addAll(pending.transaction().readsNext(view));
            } catch (RuntimeException e) {
                failed = true;
                pending.rejected(e);
            }
        }

        void run() {
            if (failed) {
                return;
            }
            try {
                pending.succeeded(pending.transaction().run(view));
                view.written().forEach(TransactionBatch.this::write);
            } catch (RuntimeException e) {
                pending.rejected(e);
            }
        }
    }

    private void load(List<Set<Key<?, ?>>> named) throws SQLException {
        Map<RecordType<?, ?>, List<Object>> wanted = new HashMap<>();
        for (Set<Key<?, ?>> some : named) {
            for (Key<?, ?> key : some) {
                if (places.putIfAbsent(key, new Place()) == null) {
                    wanted.computeIfAbsent(key.recordType(), recordType -> new ArrayList<>())
                            .add(key.id());
                }
            }
        }
        load(wanted, false);
        load(wanted, true);
    }

    /// In one round, and in the order of the record types, the locked one first: what depends on a lock is read after it.
    private void load(Map<RecordType<?, ?>, List<Object>> wanted, boolean dependingOnOthers)
            throws SQLException {
        List<Loading<?, ?>> loading = new ArrayList<>();
        for (RecordType<?, ?> recordType : recordTypes.keySet()) {
            List<Object> ids = wanted.get(recordType);
            if (ids != null && rows(recordType).dependsOnOthers() == dependingOnOthers) {
                loading.add(begin(recordType, ids));
            }
        }
        Lookup.ask(connection, loading.stream().flatMap(one -> one.lookups().stream()).toList());
        loading.forEach(this::keep);
    }

    /// The lookups for one record type, and what they found.
    private record Loading<K, V>(
            RecordType<K, V> recordType, List<Lookup<?>> lookups, Map<K, V> found) {}

    private <K, V> Loading<K, V> begin(RecordType<K, V> recordType, List<Object> ids) {
        RecordMapper<K, V> rows = rows(recordType);
        List<K> keys =
                rows.wanted(
                        ids.stream().map(recordType.keys()::cast).sorted().toList(), this::loaded);
        Map<K, V> found = new HashMap<>();
        return new Loading<>(
                recordType, keys.isEmpty() ? List.of() : rows.lookups(keys, found), found);
    }

    private <K, V> void keep(Loading<K, V> loading) {
        loading.found()
                .forEach((id, value) -> {
                    Place place =
                            places.computeIfAbsent(
                                    loading.recordType().key(id), fresh -> new Place());
                    place.loaded = value;
                    place.current = value;
                });
    }

    private void save() throws SQLException {
        Map<RecordType<?, ?>, List<Key<?, ?>>> changed = new HashMap<>();
        places.forEach((key, place) -> {
            if (place.written) {
                changed.computeIfAbsent(key.recordType(), recordType -> new ArrayList<>()).add(key);
            }
        });
        for (RecordType<?, ?> recordType : recordTypes.keySet()) {
            List<Key<?, ?>> keys = changed.get(recordType);
            if (keys != null) {
                save(recordType, keys);
            }
        }
    }

    private <K, V> void save(RecordType<K, V> recordType, List<Key<?, ?>> keys)
            throws SQLException {
        List<RecordMapper.Change<K, V>> changes = new ArrayList<>();
        // Sorted like loading, so that two nodes meet new rows in the same order.
        List<K> ids = keys.stream().map(key -> recordType.keys().cast(key.id())).sorted().toList();
        for (K id : ids) {
            Place place = Objects.requireNonNull(places.get(recordType.key(id)), "a written place");
            Object before = place.loaded;
            changes.add(
                    new RecordMapper.Change<>(
                            id,
                            before == null ? null : recordType.values().cast(before),
                            recordType
                                    .values()
                                    .cast(
                                            Objects.requireNonNull(
                                                    place.current, "a written record"))));
        }
        rows(recordType).save(connection, changes);
    }

    @SuppressWarnings("unchecked") // the registry pairs each record type with its mapper
    private <K, V> RecordMapper<K, V> rows(RecordType<K, V> recordType) {
        RecordMapper<?, ?> rows = recordTypes.get(recordType);
        if (rows == null) {
            throw new IllegalStateException(
                    "no mapper for the record type `" + recordType.name() + "`: register one");
        }
        return (RecordMapper<K, V>) rows;
    }
}
