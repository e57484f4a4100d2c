package io.verigate.retention.mariadb;

import io.verigate.ledger.mariadb.Sql;
import io.verigate.retention.Purge.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Goes through the counters in the order of their key, and remembers how far it is: an index by age would be written
/// with every request, for something that happens once in months.
final class CounterPurge {
    private static final int ROWS = 1_000;
    private static final String PLACE = "retention.counters";
    private static final String READ =
            "SELECT k, changed_at FROM subject WHERE k > ? ORDER BY k LIMIT " + ROWS;
    // The age again: somebody may have counted since it was read.
    private static final String DELETE = "DELETE FROM subject WHERE k = ? AND changed_at < ?";

    private final Connection connection;

    CounterPurge(Connection connection) {
        this.connection = connection;
    }

    Batch next(Instant before) throws SQLException {
        List<Long> old = new ArrayList<>();
        long last = Long.MIN_VALUE;
        int read = 0;
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, place());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    read++;
                    if (Sql.time(rows, "changed_at").isBefore(before)) {
                        old.add(last);
                    }
                }
            }
        }
        int deleted = 0;
        for (long k : old) {
            deleted += update(DELETE, k, before);
        }
        boolean more = read == ROWS;
        keep(more ? last : Long.MIN_VALUE, before);
        return new Batch(deleted, more);
    }

    private long place() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
            statement.setString(1, PLACE);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Long.parseLong(rows.getString(1)) : Long.MIN_VALUE;
            }
        }
    }

    private void keep(long place, Instant at) throws SQLException {
        update(
                "INSERT INTO setting (name, value, changed_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE value = VALUES(value), changed_at = VALUES(changed_at)",
                PLACE,
                Long.toString(place),
                at);
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
