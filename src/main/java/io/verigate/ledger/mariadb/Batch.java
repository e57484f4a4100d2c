package io.verigate.ledger.mariadb;

import io.verigate.ledger.Shelf;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.StepPages;
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

/// Steps that share one transaction: what they read, in the order of locking, and what they wrote. Used once.
final class Batch {
    private final Connection connection;
    private final Map<Shelf<?, ?>, Rows<?, ?>> shelves;
    private final Map<Key<?, ?>, Place> places = new HashMap<>();

    Batch(Connection connection, Map<Shelf<?, ?>, Rows<?, ?>> shelves) {
        this.connection = connection;
        this.shelves = shelves;
    }

    /// What stood at a place when it was loaded, and what stands there after the steps so far.
    private static final class Place {
        private @Nullable Object loaded;
        private @Nullable Object current;
        private boolean written;
    }

    /// Does everything but the commit.
    void run(List<Pending<?>> steps) throws SQLException {
        List<Running<?>> running = new ArrayList<>();
        steps.forEach(pending -> running.add(begin(pending)));
        load(running.stream().map(Running::named).toList());
        running.forEach(Running::more);
        load(running.stream().map(Running::named).toList());
        running.forEach(Running::run);
        save();
    }

    private <T> Running<T> begin(Pending<T> pending) {
        return new Running<>(pending, new HashSet<>(pending.step().reads()));
    }

    private <L, W> @Nullable W loaded(Key<L, W> key, W unknown) {
        Place place = places.get(key);
        if (place == null) {
            return unknown;
        }
        return place.loaded == null ? null : key.shelf().values().cast(place.loaded);
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
        private final Pending<T> pending;
        private final Set<Key<?, ?>> named;
        private final StepPages pages;
        private boolean failed;

        Running(Pending<T> pending, Set<Key<?, ?>> named) {
            this.pending = pending;
            this.named = named;
            this.pages = new StepPages(named, Batch.this::stands);
        }

        Set<Key<?, ?>> named() {
            return named;
        }

        void more() {
            try {
                named.addAll(pending.step().more(pages));
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
                pages.written().forEach(Batch.this::write);
            } catch (RuntimeException e) {
                pending.failed(e);
            }
        }
    }

    private void load(List<Set<Key<?, ?>>> named) throws SQLException {
        Map<Shelf<?, ?>, List<Object>> wanted = new HashMap<>();
        for (Set<Key<?, ?>> some : named) {
            for (Key<?, ?> key : some) {
                if (places.putIfAbsent(key, new Place()) == null) {
                    wanted.computeIfAbsent(key.shelf(), shelf -> new ArrayList<>()).add(key.id());
                }
            }
        }
        load(wanted, false);
        load(wanted, true);
    }

    /// In one round, and in the order of the shelves, the locked one first: what hangs on a lock is read after it.
    private void load(Map<Shelf<?, ?>, List<Object>> wanted, boolean hangingOnOthers)
            throws SQLException {
        List<Loading<?, ?>> loading = new ArrayList<>();
        for (Shelf<?, ?> shelf : shelves.keySet()) {
            List<Object> ids = wanted.get(shelf);
            if (ids != null && rows(shelf).hangsOnOthers() == hangingOnOthers) {
                loading.add(begin(shelf, ids));
            }
        }
        Lookup.ask(connection, loading.stream().flatMap(one -> one.lookups().stream()).toList());
        loading.forEach(this::keep);
    }

    /// What is asked for on one shelf, and what has been found.
    private record Loading<K, V>(Shelf<K, V> shelf, List<Lookup<?>> lookups, Map<K, V> found) {}

    private <K, V> Loading<K, V> begin(Shelf<K, V> shelf, List<Object> ids) {
        Rows<K, V> rows = rows(shelf);
        List<K> keys =
                rows.wanted(ids.stream().map(shelf.keys()::cast).sorted().toList(), this::loaded);
        Map<K, V> found = new HashMap<>();
        return new Loading<>(shelf, keys.isEmpty() ? List.of() : rows.lookups(keys, found), found);
    }

    private <K, V> void keep(Loading<K, V> loading) {
        loading.found()
                .forEach((id, value) -> {
                    Place place =
                            places.computeIfAbsent(loading.shelf().key(id), fresh -> new Place());
                    place.loaded = value;
                    place.current = value;
                });
    }

    private void save() throws SQLException {
        Map<Shelf<?, ?>, List<Key<?, ?>>> changed = new HashMap<>();
        places.forEach((key, place) -> {
            if (place.written) {
                changed.computeIfAbsent(key.shelf(), shelf -> new ArrayList<>()).add(key);
            }
        });
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
            Place place = Objects.requireNonNull(places.get(shelf.key(id)), "a written place");
            Object before = place.loaded;
            changes.add(
                    new Rows.Change<>(
                            id,
                            before == null ? null : shelf.values().cast(before),
                            shelf.values()
                                    .cast(
                                            Objects.requireNonNull(
                                                    place.current, "a written record"))));
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
