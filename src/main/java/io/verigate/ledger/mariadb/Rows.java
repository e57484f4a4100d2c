package io.verigate.ledger.mariadb;

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

    /// Writes what changed.
    ///
    /// @param changes at least one, each key once
    void save(Connection connection, Collection<Change<K, V>> changes) throws SQLException;

    /// One changed record.
    ///
    /// @param before as it was loaded; null when it is new or was not loaded
    record Change<K, V>(K key, @Nullable V before, V after) {}
}
