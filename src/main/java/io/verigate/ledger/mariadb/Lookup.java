package io.verigate.ledger.mariadb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// A query for the records with some keys.
///
/// @param sql with `%s` where the placeholders of the keys belong
/// @param before what its other placeholders stand for, all of them before those of the keys
/// @param keys at least one
public record Lookup<K>(String sql, List<?> before, List<K> keys, Fill<K> fill, Take take) {
    /// Gives a key to a placeholder.
    @FunctionalInterface
    public interface Fill<K> {
        /// @param place from 1
        void in(PreparedStatement statement, int place, K key) throws SQLException;
    }

    /// Takes one row of an answer.
    @FunctionalInterface
    public interface Take {
        /// The row stands ready.
        void row(ResultSet rows) throws SQLException;
    }

    /// A query whose only placeholders are those of texts.
    public static Lookup<String> of(String sql, List<String> keys, Take take) {
        return new Lookup<>(sql, List.of(), keys, PreparedStatement::setString, take);
    }

    /// Runs all queries in one round trip: a batch waits for round trips more than for rows.
    ///
    /// @param lookups in this order; may be empty
    static void ask(Connection connection, List<Lookup<?>> lookups) throws SQLException {
        if (lookups.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(text(lookups))) {
            int place = 1;
            for (Lookup<?> lookup : lookups) {
                place = lookup.fill(statement, place);
            }
            statement.execute();
            for (Lookup<?> lookup : lookups) {
                lookup.take(statement);
            }
        }
    }

    /// Several queries are one compound statement, which MariaDB prepares as a whole.
    private static String text(List<Lookup<?>> lookups) {
        return lookups.size() == 1
                ? lookups.getFirst().text()
                : lookups.stream()
                        .map(Lookup::text)
                        .collect(Collectors.joining("; ", "BEGIN NOT ATOMIC ", "; END"));
    }

    private String text() {
        return sql.formatted(String.join(", ", Collections.nCopies(places(), "?")));
    }

    /// A power of two, filled up with the last key, so that only a few statements have to be prepared.
    private int places() {
        int half = Integer.highestOneBit(keys.size());
        return half == keys.size() ? half : 2 * half;
    }

    private int fill(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (Object value : before) {
            statement.setObject(place++, value);
        }
        for (int i = 0; i < places(); i++) {
            fill.in(statement, place++, keys.get(Math.min(i, keys.size() - 1)));
        }
        return place;
    }

    private void take(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                take.row(rows);
            }
        }
        statement.getMoreResults();
    }
}
