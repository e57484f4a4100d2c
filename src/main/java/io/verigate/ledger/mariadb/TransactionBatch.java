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

/// The ledger transactions of one database transaction, with the records that they read and wrote. Used once.
final class TransactionBatch {
    private final Connection connection;
    private final Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes;
    private final Map<Key<?, ?>, RecordState> states = new HashMap<>();

    TransactionBatch(Connection connection, Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes) {
        this.connection = connection;
        this.recordTypes = recordTypes;
    }

    /// A record as it was loaded, and after the transactions so far.
    private static final class RecordState {
        private @Nullable Object loaded;
        private @Nullable Object current;
        private boolean written;
    }

    /// Does everything except the commit.
    void run(List<PendingTransaction<?>> transactions) throws SQLException {
        List<RunningTransaction<?>> running = new ArrayList<>();
        transactions.forEach(pending -> running.add(begin(pending)));
        load(running.stream().map(RunningTransaction::keys).toList());
        running.forEach(RunningTransaction::readNext);
        load(running.stream().map(RunningTransaction::keys).toList());
        running.forEach(RunningTransaction::run);
        save();
    }

    private <T> RunningTransaction<T> begin(PendingTransaction<T> pending) {
        return new RunningTransaction<>(pending, new HashSet<>(pending.transaction().reads()));
    }

    private <L, W> @Nullable W loaded(Key<L, W> key, W fallback) {
        RecordState state = states.get(key);
        if (state == null) {
            return fallback;
        }
        return state.loaded == null ? null : key.recordType().values().cast(state.loaded);
    }

    private Optional<Object> current(Key<?, ?> key) {
        RecordState state = states.get(key);
        return state == null ? Optional.empty() : Optional.ofNullable(state.current);
    }

    private void write(Key<?, ?> key, Object value) {
        RecordState state = states.computeIfAbsent(key, fresh -> new RecordState());
        state.current = value;
        state.written = true;
    }

    private final class RunningTransaction<T> {
        private final PendingTransaction<T> pending;
        private final Set<Key<?, ?>> keys;
        private final BufferedView view;
        private boolean failed;

        RunningTransaction(PendingTransaction<T> pending, Set<Key<?, ?>> keys) {
            this.pending = pending;
            this.keys = keys;
            this.view = new BufferedView(keys, TransactionBatch.this::current);
        }

        Set<Key<?, ?>> keys() {
            return keys;
        }

        void readNext() {
            try {
                keys.addAll(pending.transaction().readsNext(view));
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

    private void load(List<Set<Key<?, ?>>> keys) throws SQLException {
        Map<RecordType<?, ?>, List<Object>> wanted = new HashMap<>();
        for (Set<Key<?, ?>> some : keys) {
            for (Key<?, ?> key : some) {
                if (states.putIfAbsent(key, new RecordState()) == null) {
                    wanted.computeIfAbsent(key.recordType(), recordType -> new ArrayList<>())
                            .add(key.id());
                }
            }
        }
        load(wanted, false);
        load(wanted, true);
    }

    /// Loads in one round trip and in the order of the record types, the locked one first, because other types are read
    /// under its locks.
    private void load(Map<RecordType<?, ?>, List<Object>> wanted, boolean dependingOnOthers)
            throws SQLException {
        List<TypeLookup<?, ?>> loading = new ArrayList<>();
        for (RecordType<?, ?> recordType : recordTypes.keySet()) {
            List<Object> ids = wanted.get(recordType);
            if (ids != null && mapper(recordType).dependsOnOthers() == dependingOnOthers) {
                loading.add(begin(recordType, ids));
            }
        }
        Lookup.execute(
                connection, loading.stream().flatMap(one -> one.lookups().stream()).toList());
        loading.forEach(this::keep);
    }

    /// The lookups for one record type, and the records found.
    private record TypeLookup<K, V>(
            RecordType<K, V> recordType, List<Lookup<?>> lookups, Map<K, V> found) {}

    private <K, V> TypeLookup<K, V> begin(RecordType<K, V> recordType, List<Object> ids) {
        RecordMapper<K, V> mapper = mapper(recordType);
        List<K> keys =
                mapper.candidates(
                        ids.stream().map(recordType.keys()::cast).sorted().toList(), this::loaded);
        Map<K, V> found = new HashMap<>();
        return new TypeLookup<>(
                recordType, keys.isEmpty() ? List.of() : mapper.lookups(keys, found), found);
    }

    private <K, V> void keep(TypeLookup<K, V> loading) {
        loading.found()
                .forEach((id, value) -> {
                    RecordState state =
                            states.computeIfAbsent(
                                    loading.recordType().key(id), fresh -> new RecordState());
                    state.loaded = value;
                    state.current = value;
                });
    }

    private void save() throws SQLException {
        Map<RecordType<?, ?>, List<Key<?, ?>>> changed = new HashMap<>();
        states.forEach((key, state) -> {
            if (state.written) {
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
        // Sorted as for loading, so that two nodes insert mapper in the same order.
        List<K> ids = keys.stream().map(key -> recordType.keys().cast(key.id())).sorted().toList();
        for (K id : ids) {
            RecordState state =
                    Objects.requireNonNull(
                            states.get(recordType.key(id)), "the state of a written record");
            Object before = state.loaded;
            changes.add(
                    new RecordMapper.Change<>(
                            id,
                            before == null ? null : recordType.values().cast(before),
                            recordType
                                    .values()
                                    .cast(
                                            Objects.requireNonNull(
                                                    state.current, "a written record"))));
        }
        mapper(recordType).save(connection, changes);
    }

    @SuppressWarnings("unchecked") // the registry pairs each record type with its mapper
    private <K, V> RecordMapper<K, V> mapper(RecordType<K, V> recordType) {
        RecordMapper<?, ?> mapper = recordTypes.get(recordType);
        if (mapper == null) {
            throw new IllegalStateException(
                    "no mapper for the record type `" + recordType.name() + "`: register one");
        }
        return (RecordMapper<K, V>) mapper;
    }
}
