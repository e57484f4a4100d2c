package io.verigate.activity.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tally;
import io.verigate.ledger.mariadb.Rows;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tallies, one row a subject. Reading locks the row that is there. A row that is not there is inserted when it is saved:
/// when another node was first, that fails and the batch runs again on what the other node wrote. So counters are exact
/// over all nodes, and a new subject costs one write.
public final class TallyRows implements Rows<SubjectKey, Tally> {
    // By the primary key whatever the optimizer thinks, because a scan would wait for rows of other
    // subjects.
    private static final String LOCK =
            "SELECT k, tally FROM subject FORCE INDEX (PRIMARY) WHERE k IN (%s) FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO subject (tally, changed_at, k) VALUES (?, ?, ?)";
    private static final String UPDATE = "UPDATE subject SET tally = ?, changed_at = ? WHERE k = ?";

    private final InstantSource clock;

    public TallyRows(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Map<SubjectKey, Tally> load(Connection connection, List<SubjectKey> keys)
            throws SQLException {
        Map<SubjectKey, Tally> tallies = new HashMap<>();
        Sql.in(
                connection,
                LOCK,
                "?",
                keys,
                (statement, row) -> statement.setBytes(row.place() + 1, row.key().bytes()),
                rows ->
                        tallies.put(
                                SubjectKey.parse(rows.getBytes("k")),
                                Tally.decode(rows.getBytes("tally"))));
        return tallies;
    }

    @Override
    public void save(Connection connection, Collection<Change<SubjectKey, Tally>> changes)
            throws SQLException {
        Map<Boolean, List<Change<SubjectKey, Tally>>> byAge =
                changes.stream()
                        .collect(Collectors.partitioningBy(change -> change.before() == null));
        Sql.each(connection, INSERT, byAge.getOrDefault(true, List.of()), this::fill);
        Sql.each(connection, UPDATE, byAge.getOrDefault(false, List.of()), this::fill);
    }

    private void fill(PreparedStatement statement, Change<SubjectKey, Tally> change)
            throws SQLException {
        statement.setBytes(1, change.after().encode());
        statement.setObject(2, clock.instant());
        statement.setBytes(3, change.key().bytes());
    }
}
