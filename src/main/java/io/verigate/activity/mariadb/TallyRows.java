package io.verigate.activity.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tallies;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.Rows;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tallies, one row for the subjects that live together. Reading locks the row that is there. A row that is not there is
/// inserted when it is saved: when another node was first, that fails and the batch runs again on what the other node
/// wrote. So counters are exact over all nodes, and a new row costs one write. Only what is counted for a whole region is
/// read without a lock: of batches that run at one moment one counts, which leaves shares as they are. That a block began
/// is never lost, because it is never taken back.
public final class TallyRows implements Rows<Long, Tallies> {
    // By the primary key whatever the optimizer thinks, because a scan would wait for rows of other
    // subjects.
    private static final String READ =
            "SELECT k, tallies, blocked FROM subject FORCE INDEX (PRIMARY) WHERE k IN (%s)";
    private static final String LOCK = READ + " FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO subject (tallies, blocked, changed_at, k) VALUES (?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE subject SET tallies = ?, blocked = blocked OR ?, changed_at = ? WHERE k = ?";

    private final InstantSource clock;

    public TallyRows(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Lookup<?>> lookups(List<Long> keys, Map<Long, Tallies> found) {
        Map<Boolean, List<Long>> byShared =
                keys.stream().collect(Collectors.partitioningBy(TallyRows::isShared));
        return Stream.of(
                        lookup(LOCK, byShared.getOrDefault(false, List.of()), found),
                        lookup(READ, byShared.getOrDefault(true, List.of()), found))
                .filter(lookup -> !lookup.keys().isEmpty())
                .<Lookup<?>>map(lookup -> lookup)
                .toList();
    }

    /// A region's row is everybody's: locked, it would let one batch decide at a time, on all nodes.
    private static boolean isShared(long row) {
        return SubjectKey.kind(row) == SubjectKind.REGION;
    }

    private static Lookup<Long> lookup(String sql, List<Long> keys, Map<Long, Tallies> found) {
        return new Lookup<>(
                sql,
                List.of(),
                keys,
                PreparedStatement::setLong,
                rows -> {
                    long row = rows.getLong("k");
                    found.put(
                            row,
                            Tallies.decode(
                                    row, rows.getBytes("tallies"), rows.getBoolean("blocked")));
                });
    }

    @Override
    public void save(Connection connection, Collection<Change<Long, Tallies>> changes)
            throws SQLException {
        Map<Boolean, List<Change<Long, Tallies>>> byAge =
                changes.stream()
                        .collect(Collectors.partitioningBy(change -> change.before() == null));
        Sql.each(connection, INSERT, byAge.getOrDefault(true, List.of()), this::fill);
        Sql.each(connection, UPDATE, byAge.getOrDefault(false, List.of()), this::fill);
    }

    private void fill(PreparedStatement statement, Change<Long, Tallies> change)
            throws SQLException {
        statement.setBytes(1, change.after().encode());
        statement.setBoolean(2, change.after().blocked());
        statement.setObject(3, clock.instant());
        statement.setLong(4, change.key());
    }
}
