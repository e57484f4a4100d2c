package io.verigate.retention.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.mariadb.Sql;
import io.verigate.retention.Purge.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Goes through the counters in the order of their key, once a day, and remembers how far it is: an index by age would be written
/// with every request, for something that happens once in months. A row under which a block holds stays, because blocks
/// are looked for only where a row says so.
final class CounterPurge {
    private static final int ROWS = 1_000;
    private static final long BEGINNING = Long.MIN_VALUE;
    private static final Duration PAUSE = Duration.ofDays(1);
    private static final String PLACE = "retention.counters";
    private static final String READ =
            "SELECT subject, changed_at, blocked FROM counter WHERE subject > ? ORDER BY subject LIMIT "
                    + ROWS;
    // The age again: somebody may have counted since it was read.
    private static final String DELETE = "DELETE FROM counter WHERE subject = ? AND changed_at < ?";
    private static final String HOLDS =
            "SELECT COUNT(*) FROM block WHERE subject BETWEEN ? AND ? AND released_at IS NULL"
                    + " AND (until IS NULL OR until > ?)";

    private final Connection connection;

    CounterPurge(Connection connection) {
        this.connection = connection;
    }

    /// How far it is.
    ///
    /// @param behind the key of the last row that was read; the lowest number before the first one
    /// @param at what was old then
    private record Place(long behind, Instant at) {}

    Batch next(Instant before) throws SQLException {
        Place place = place();
        if (place.behind() == BEGINNING && place.at().isAfter(before.minus(PAUSE))) {
            return new Batch(0, false);
        }
        List<Long> old = new ArrayList<>();
        List<Long> blocked = new ArrayList<>();
        long last = BEGINNING;
        int read = 0;
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, place.behind());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    read++;
                    if (Sql.time(rows, "changed_at").isBefore(before)) {
                        (rows.getBoolean("blocked") ? blocked : old).add(last);
                    }
                }
            }
        }
        for (long row : blocked) {
            if (!holds(row, before)) {
                old.add(row);
            }
        }
        int deleted = 0;
        for (long k : old) {
            deleted += update(DELETE, k, before);
        }
        boolean more = read == ROWS;
        keep(more ? last : BEGINNING, before);
        return new Batch(deleted, more);
    }

    /// Whether a block of one of the subjects of a row holds.
    private boolean holds(long row, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDS)) {
            for (SubjectKind kind : SubjectKind.values()) {
                SubjectKey first = SubjectKey.first(kind, row);
                if (first.row() != row) {
                    continue;
                }
                statement.setBytes(1, first.bytes());
                statement.setBytes(2, SubjectKey.last(kind, row).bytes());
                statement.setObject(3, at);
                try (ResultSet found = statement.executeQuery()) {
                    if (found.next() && found.getLong(1) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Place place() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT value, changed_at FROM setting WHERE name = ?")) {
            statement.setString(1, PLACE);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new Place(
                                Long.parseLong(rows.getString("value")),
                                Sql.time(rows, "changed_at"))
                        : new Place(BEGINNING, Instant.EPOCH);
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
