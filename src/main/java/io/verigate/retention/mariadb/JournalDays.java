package io.verigate.retention.mariadb;

import io.verigate.decision.Ids;
import io.verigate.retention.Purge.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The log, of which each day of UTC is a partition: what is too old goes with its day. Days are made ahead; what is later
/// than the last one lies in `tail`, so that nothing is ever refused for want of a day.
///
/// To change days, the table is needed alone for some milliseconds. Who decides waits meanwhile, and for a second at most
/// when somebody reads for longer: then the next sweep tries again.
final class JournalDays {
    private static final String PREFIX = "d-";
    private static final String TAIL = "tail";
    private static final int LOCK_TIMEOUT = 1205;

    /// Sweeps may fail for so long before days have to be cut off a `tail` in which something lies.
    private static final Duration AHEAD = Duration.ofDays(7);

    // How many rows is an estimate: counting them would read them all.
    private static final String READ =
            "SELECT partition_name, partition_description, table_rows FROM information_schema.partitions"
                    + " WHERE table_schema = DATABASE() AND table_name = 'journal' ORDER BY partition_ordinal_position";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'until_'uuuuMMdd").withZone(ZoneOffset.UTC);

    private final Connection connection;

    JournalDays(Connection connection) {
        this.connection = connection;
    }

    /// @param end what all its ids sort before; empty for `tail`
    private record Day(String name, String end, int rows) {}

    /// Makes the days until a week from now.
    void prepare(Instant now) throws SQLException {
        List<Day> days = days();
        String last = days.size() < 2 ? "" : days.get(days.size() - 2).end();
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        List<String> parts = new ArrayList<>();
        // When days are missing in between, because nobody swept, the first one has them all.
        for (Instant end = today;
                !end.isAfter(today.plus(AHEAD));
                end = end.plus(1, ChronoUnit.DAYS)) {
            String first = Ids.first(PREFIX, end);
            if (first.compareTo(last) > 0) {
                parts.add(
                        "PARTITION %s VALUES LESS THAN ('%s')".formatted(NAME.format(end), first));
            }
        }
        if (!parts.isEmpty()) {
            parts.add("PARTITION " + TAIL + " VALUES LESS THAN (MAXVALUE)");
            change("REORGANIZE PARTITION %s INTO (%s)".formatted(TAIL, String.join(", ", parts)));
        }
    }

    /// Drops the oldest day, if all of it is older.
    Batch next(Instant before) throws SQLException {
        String limit = Ids.first(PREFIX, before);
        List<Day> old =
                days().stream()
                        .filter(day -> !day.name().equals(TAIL) && day.end().compareTo(limit) <= 0)
                        .toList();
        if (old.isEmpty() || !change("DROP PARTITION " + old.getFirst().name())) {
            return new Batch(0, false);
        }
        return new Batch(old.getFirst().rows(), old.size() > 1);
    }

    private List<Day> days() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet rows = statement.executeQuery()) {
            List<Day> days = new ArrayList<>();
            while (rows.next()) {
                days.add(
                        new Day(
                                rows.getString(1),
                                rows.getString(2).replace("'", ""),
                                rows.getInt(3)));
            }
            return days;
        }
    }

    /// @return false when the table was not to be had
    private boolean change(String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE journal WAIT 1 " + how);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_TIMEOUT) {
                return false;
            }
            throw e;
        }
    }
}
