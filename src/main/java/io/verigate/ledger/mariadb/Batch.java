package io.verigate.ledger.mariadb;

import io.verigate.ledger.Shelf;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.StepPages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Steps that share one transaction: what they read, in the order of locking, and what they wrote. Used once.
final class Batch {
    private final Connection connection;
    private final Map<Shelf<?, ?>, Rows<?, ?>> shelves;
    private final Map<Key<?, ?>, Object> loaded = new HashMap<>();
    private final Map<Key<?, ?>, Object> current = new HashMap<>();
    private final Set<Key<?, ?>> written = new HashSet<>();
    private final Set<Key<?, ?>> asked = new HashSet<>();

    Batch(Connection connection, Map<Shelf<?, ?>, Rows<?, ?>> shelves) {
        this.connection = connection;
        this.shelves = shelves;
    }

    /// Does everything but the commit.
    void run(List<Pending<?>> steps) throws SQLException {
        List<Running<?>> running = new ArrayList<>();
        steps.forEach(pending -> running.add(begin(pending)));
        load(running.stream().map(Running::places).toList());
        running.forEach(Running::more);
        load(running.stream().map(Running::places).toList());
        running.forEach(Running::run);
        save();
    }

    private <T> Running<T> begin(Pending<T> pending) {
        Set<Key<?, ?>> places = pending.step().reads();
        return new Running<>(pending, new HashSet<>(places), new StepPages(places, this::stands));
    }

    private Optional<Object> stands(Key<?, ?> key) {
        return Optional.ofNullable(current.get(key));
    }

    private final class Running<T> {
        private final Pending<T> pending;
        private final Set<Key<?, ?>> places;
        private final StepPages pages;
        private boolean failed;

        Running(Pending<T> pending, Set<Key<?, ?>> places, StepPages pages) {
            this.pending = pending;
            this.places = places;
            this.pages = pages;
        }

        Set<Key<?, ?>> places() {
            return places;
        }

        void more() {
            try {
                Set<Key<?, ?>> more = pending.step().more(pages);
                places.addAll(more);
                pages.open(more);
            } catch (RuntimeException e) {
                failed = true;
                pending.failed(e);
            }
        }

        void run() {
            if (failed) {
                return;
            }
            try {
                pending.succeeded(pending.step().run(pages));
                current.putAll(pages.written());
                written.addAll(pages.written().keySet());
            } catch (RuntimeException e) {
                pending.failed(e);
            }
        }
    }

    private void load(List<Set<Key<?, ?>>> places) throws SQLException {
        Map<Shelf<?, ?>, List<Object>> wanted = new HashMap<>();
        for (Set<Key<?, ?>> some : places) {
            for (Key<?, ?> key : some) {
                if (asked.add(key)) {
                    wanted.computeIfAbsent(key.shelf(), shelf -> new ArrayList<>()).add(key.id());
                }
            }
        }
        // The locked shelf first: what hangs on a lock is read after it.
        for (Shelf<?, ?> shelf : shelves.keySet()) {
            List<Object> ids = wanted.get(shelf);
            if (ids != null) {
                load(shelf, ids);
            }
        }
    }

    private <K, V> void load(Shelf<K, V> shelf, List<Object> ids) throws SQLException {
        List<K> keys = ids.stream().map(shelf.keys()::cast).sorted().toList();
        rows(shelf)
                .load(connection, keys)
                .forEach((id, value) -> {
                    loaded.put(shelf.key(id), value);
                    current.put(shelf.key(id), value);
                });
    }

    private void save() throws SQLException {
        Map<Shelf<?, ?>, List<Key<?, ?>>> changed = new LinkedHashMap<>();
        written.forEach(
                key -> changed.computeIfAbsent(key.shelf(), shelf -> new ArrayList<>()).add(key));
        for (Shelf<?, ?> shelf : shelves.keySet()) {
            List<Key<?, ?>> keys = changed.get(shelf);
            if (keys != null) {
                save(shelf, keys);
            }
        }
    }

    private <K, V> void save(Shelf<K, V> shelf, List<Key<?, ?>> keys) throws SQLException {
        List<Rows.Change<K, V>> changes = new ArrayList<>();
        // Sorted like loading, so that two nodes meet new rows in the same order.
        List<K> ids = keys.stream().map(key -> shelf.keys().cast(key.id())).sorted().toList();
        for (K id : ids) {
            Key<K, V> key = shelf.key(id);
            Object before = loaded.get(key);
            changes.add(
                    new Rows.Change<>(
                            id,
                            before == null ? null : shelf.values().cast(before),
                            shelf.values()
                                    .cast(
                                            Objects.requireNonNull(
                                                    current.get(key), "a written record"))));
        }
        rows(shelf).save(connection, changes);
    }

    @SuppressWarnings("unchecked") // the registry pairs each shelf with rows of its types
    private <K, V> Rows<K, V> rows(Shelf<K, V> shelf) {
        Rows<?, ?> rows = shelves.get(shelf);
        if (rows == null) {
            throw new IllegalStateException(
                    "no rows for the shelf `" + shelf.name() + "`: register them");
        }
        return (Rows<K, V>) rows;
    }
}
