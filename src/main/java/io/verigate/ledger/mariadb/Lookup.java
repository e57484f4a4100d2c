package io.verigate.ledger.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// A query for records by key.
///
/// @param sql with `%s` where the placeholders of the keys belong
/// @param parameters values of the other placeholders, which precede those of the keys
/// @param keys at least one
public record Lookup<K>(
        String sql, List<?> parameters, List<K> keys, KeyBinder<K> binder, RowReader reader) {
    /// Binds a key to a placeholder.
    @FunctionalInterface
    public interface KeyBinder<K> {
        /// @param index from 1
        void bind(PreparedStatement statement, int index, K key) throws SQLException;
    }

    /// Reads one row of a result.
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }

    /// A query by text keys without other placeholders.
    public static Lookup<String> of(String sql, List<String> keys, RowReader reader) {
        return new Lookup<>(sql, List.of(), keys, PreparedStatement::setString, reader);
    }

    /// Runs all queries in one round trip: round trips cost a batch more than rows.
    ///
    /// @param lookups in this order; may be empty
    static void execute(Connection connection, List<Lookup<?>> lookups) throws SQLException {
        if (lookups.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(text(lookups))) {
            int index = 1;
            for (Lookup<?> lookup : lookups) {
                index = lookup.bind(statement, index);
            }
            statement.execute();
            for (Lookup<?> lookup : lookups) {
                lookup.readRows(statement);
            }
        }
    }

    /// Combines several queries into one compound statement, which MariaDB prepares as a whole.
    private static String text(List<Lookup<?>> lookups) {
        return lookups.size() == 1
                ? lookups.getFirst().text()
                : lookups.stream()
                        .map(Lookup::text)
                        .collect(Collectors.joining("; ", "BEGIN NOT ATOMIC ", "; END"));
    }

    private String text() {
        return sql.formatted(String.join(", ", Collections.nCopies(placeholders(), "?")));
    }

    /// Rounds up to a power of two, so that few different statements are prepared. The last key fills the rest.
    private int placeholders() {
        int half = Integer.highestOneBit(keys.size());
        return half == keys.size() ? half : 2 * half;
    }

    private int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : parameters) {
            statement.setObject(index++, value);
        }
        for (int i = 0; i < placeholders(); i++) {
            binder.bind(statement, index++, keys.get(Math.min(i, keys.size() - 1)));
        }
        return index;
    }

    private void readRows(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
        statement.getMoreResults();
    }
}
