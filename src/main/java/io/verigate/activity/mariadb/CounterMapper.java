package io.verigate.activity.mariadb;

import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stores counters, one row for related subjects. Reading locks an existing row. A new row is inserted on save; when
/// another node inserted it first, that fails and the batch runs again on what the other node wrote. So counters are
/// exact over all nodes, and a new row costs one write. Only the counters of a region are read without a lock: of
/// concurrent batches one counts, which does not change shares. `blocked` is never lost, because it is never reset.
public final class CounterMapper implements RecordMapper<Long, CounterRow> {
    // Always by the primary key, because a scan would wait for the rows of other subjects.
    private static final String READ =
            "SELECT subject, counters, blocked FROM counter FORCE INDEX (PRIMARY) WHERE subject IN (%s)";
    private static final String LOCK = READ + " FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO counter (counters, blocked, changed_at, subject) VALUES ";
    private static final String ROW = "(?, ?, ?, ?)";
    private static final int COLUMNS = 4;
    // The unlocked row of a region may have been purged since it was read: then it is inserted
    // again.
    private static final String REPLACE =
            " ON DUPLICATE KEY UPDATE counters = VALUES(counters), blocked = blocked OR VALUES(blocked),"
                    + " changed_at = VALUES(changed_at)";

    private final InstantSource clock;

    public CounterMapper(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Lookup<?>> lookups(List<Long> keys, Map<Long, CounterRow> found) {
        Map<Boolean, List<Long>> byShared =
                keys.stream().collect(Collectors.partitioningBy(CounterMapper::isShared));
        return Stream.of(
                        lookup(LOCK, byShared.getOrDefault(false, List.of()), found),
                        lookup(READ, byShared.getOrDefault(true, List.of()), found))
                .filter(lookup -> !lookup.keys().isEmpty())
                .<Lookup<?>>map(lookup -> lookup)
                .toList();
    }

    /// All requests share the row of their region: a lock would serialise the batches of all nodes.
    private static boolean isShared(long row) {
        return SubjectKey.kind(row) == SubjectKind.REGION;
    }

    private static Lookup<Long> lookup(String sql, List<Long> keys, Map<Long, CounterRow> found) {
        return new Lookup<>(
                sql,
                List.of(),
                keys,
                PreparedStatement::setLong,
                rows -> {
                    long row = rows.getLong("subject");
                    found.put(
                            row,
                            CounterRow.decode(
                                    row, rows.getBytes("counters"), rows.getBoolean("blocked")));
                });
    }

    @Override
    public void save(Connection connection, Collection<Change<Long, CounterRow>> changes)
            throws SQLException {
        Map<Boolean, List<Change<Long, CounterRow>>> byAge =
                changes.stream()
                        .collect(Collectors.partitioningBy(change -> change.before() == null));
        Sql.each(
                connection,
                INSERT + ROW,
                byAge.getOrDefault(true, List.of()),
                (statement, change) -> fill(statement, 1, change));
        replace(connection, byAge.getOrDefault(false, List.of()));
    }

    /// Replaces all rows in one statement, because the server would start an UPDATE again for each row.
    private void replace(Connection connection, List<Change<Long, CounterRow>> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        int rows = paddedSize(changes.size());
        String sql = INSERT + String.join(", ", Collections.nCopies(rows, ROW)) + REPLACE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                fill(statement, COLUMNS * i + 1, changes.get(i < changes.size() ? i : 0));
            }
            statement.executeUpdate();
        }
    }

    /// Rounds up to a multiple of an eighth of a power of two, so that few different statements are prepared. The first
    /// row fills the rest.
    private static int paddedSize(int rows) {
        int step = Math.max(1, Integer.highestOneBit(rows) / 8);
        return Math.ceilDiv(rows, step) * step;
    }

    private void fill(PreparedStatement statement, int first, Change<Long, CounterRow> change)
            throws SQLException {
        statement.setBytes(first, change.after().encode());
        statement.setBoolean(first + 1, change.after().blocked());
        statement.setObject(first + 2, clock.instant());
        statement.setLong(first + 3, change.key());
    }
}
