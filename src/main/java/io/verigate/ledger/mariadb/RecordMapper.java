package io.verigate.ledger.mariadb;

import io.verigate.ledger.RecordType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Maps the records of one type to tables. Stateless. The caller commits or rolls back.
///
/// @param <K> key of the record type
/// @param <V> value of the record type
public interface RecordMapper<K, V> {
    /// The queries for the records with these keys. For a locked type they lock the rows, in the order of the keys.
    ///
    /// @param keys sorted; at least one
    /// @param found receives the records that exist
    List<Lookup<?>> lookups(List<K> keys, Map<K, V> found);

    /// Whether records of other types determine which records can exist. If so, those are read first.
    default boolean dependsOnOthers() {
        return false;
    }

    /// The keys that can have a record.
    ///
    /// @param loaded the records of the batch so far; complete only if this type depends on others
    default List<K> candidates(List<K> keys, LoadedRecords loaded) {
        return keys;
    }

    /// Reads the records with these keys outside any batch.
    default Map<K, V> load(Connection connection, List<K> keys) throws SQLException {
        Map<K, V> found = new HashMap<>();
        Lookup.execute(connection, lookups(keys, found));
        return found;
    }

    /// The records that a batch has loaded so far.
    interface LoadedRecords {
        /// The record with a key; null when there is none.
        ///
        /// @param fallback the result for a key that was not loaded
        <L, W> @Nullable W get(RecordType.Key<L, W> key, W fallback);
    }

    /// Writes the changed records.
    ///
    /// @param changes at least one, each key once
    void save(Connection connection, Collection<Change<K, V>> changes) throws SQLException;

    /// One changed record.
    ///
    /// @param before as it was loaded; null when it is new or was not loaded
    record Change<K, V>(K key, @Nullable V before, V after) {
        /// The elements of a list of the record that are new or changed.
        public <E> Stream<E> changed(Function<V, List<E>> elements) {
            List<E> old = before == null ? List.of() : elements.apply(before);
            return elements.apply(after).stream().filter(element -> !old.contains(element));
        }
    }
}
