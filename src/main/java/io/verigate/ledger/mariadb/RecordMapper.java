package io.verigate.ledger.mariadb;

import io.verigate.ledger.RecordType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the records of one type are stored in tables. Stateless; the caller ends the transaction of the connection.
///
/// @param <K> key of the record type
/// @param <V> value of the record type
public interface RecordMapper<K, V> {
    /// The queries for the records with these keys. Those of the locked type lock the rows, in the order of the keys.
    ///
    /// @param keys sorted if they can be compared; at least one
    /// @param found takes the records; a key without one is left out
    List<Lookup<?>> lookups(List<K> keys, Map<K, V> found);

    /// Whether records of other types say which records there may be: then those are read before.
    default boolean dependsOnOthers() {
        return false;
    }

    /// Those keys that may have a record.
    ///
    /// @param loaded all that the batch has loaded when this type depends on others; may be incomplete otherwise
    default List<K> wanted(List<K> keys, Loaded loaded) {
        return keys;
    }

    /// The records with these keys, read outside any batch.
    default Map<K, V> load(Connection connection, List<K> keys) throws SQLException {
        Map<K, V> found = new HashMap<>();
        Lookup.ask(connection, lookups(keys, found));
        return found;
    }

    /// What a batch has loaded so far.
    interface Loaded {
        /// The record at a place; null when there is none.
        ///
        /// @param unknown the answer for a place that was not asked for
        <L, W> @Nullable W at(RecordType.Key<L, W> place, W unknown);
    }

    /// Writes what changed.
    ///
    /// @param changes at least one, each key once
    void save(Connection connection, Collection<Change<K, V>> changes) throws SQLException;

    /// One changed record.
    ///
    /// @param before as it was loaded; null when it is new or was not loaded
    record Change<K, V>(K key, @Nullable V before, V after) {}
}
