package io.verigate.ledger.mariadb;

import io.verigate.ledger.Shelf;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the records of one shelf stand in tables. Stateless; a connection is in a transaction that others end.
///
/// @param <K> the shelf's key
/// @param <V> the shelf's value
public interface Rows<K, V> {
    /// The records with these keys; a key without a record is left out. On the locked shelf the rows are locked, in
    /// the order of the keys.
    ///
    /// @param keys sorted if they can be compared; at least one
    Map<K, V> load(Connection connection, List<K> keys) throws SQLException;

    /// Those keys that may have a record, by what the batch has loaded so far: the locked shelf comes first.
    default List<K> wanted(List<K> keys, Loaded loaded) {
        return keys;
    }

    /// What a batch has loaded so far.
    interface Loaded {
        /// The record at a place; null when there is none.
        ///
        /// @param unknown the answer for a place that was not asked for
        <L, W> @Nullable W at(Shelf.Key<L, W> place, W unknown);
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
