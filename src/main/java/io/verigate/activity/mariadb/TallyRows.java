package io.verigate.activity.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.activity.Tally;
import io.verigate.ledger.mariadb.Rows;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tallies, one row a subject. Reading creates the row when it is missing and locks it in any case, with one
/// statement: that is what makes counters exact over all nodes.
public final class TallyRows implements Rows<SubjectKey, Tally> {
    private static final String LOCK =
            "INSERT INTO subject (k, tally, changed_at) VALUES %s"
                    + " ON DUPLICATE KEY UPDATE k = k RETURNING k, tally";
    private static final String SAVE =
            "INSERT INTO subject (k, tally, changed_at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE tally = VALUES(tally), changed_at = VALUES(changed_at)";
    private static final byte[] NOTHING = new byte[0];

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
                "(?, ?, ?)",
                keys,
                (statement, row) -> {
                    int first = 3 * row.place();
                    statement.setBytes(first + 1, row.key().bytes());
                    statement.setBytes(first + 2, NOTHING);
                    statement.setObject(first + 3, clock.instant());
                },
                rows -> {
                    byte[] tally = rows.getBytes("tally");
                    if (tally.length > 0) {
                        tallies.put(SubjectKey.parse(rows.getBytes("k")), Tally.decode(tally));
                    }
                });
        return tallies;
    }

    @Override
    public void save(Connection connection, Collection<Change<SubjectKey, Tally>> changes)
            throws SQLException {
        Sql.each(
                connection,
                SAVE,
                changes,
                (statement, change) -> {
                    statement.setBytes(1, change.key().bytes());
                    statement.setBytes(2, change.after().encode());
                    statement.setObject(3, clock.instant());
                });
    }
}
