package io.verigate.journal.mariadb;

import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Differences of decisions: added with the decision, never changed.
public final class ShadowDifferenceMapper implements RecordMapper<String, ShadowDifference.All> {
    private static final String ADD =
            "INSERT INTO shadow_difference (ruleset, rule, verdict, other_verdict, region, effective, decision, fired)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int MAX = 8_000;

    private record Line(String decision, ShadowDifference difference) {}

    /// No step reads differences.
    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, ShadowDifference.All> found) {
        throw new IllegalStateException("steps do not read differences");
    }

    @Override
    public void save(
            Connection connection, Collection<Change<String, ShadowDifference.All>> changes)
            throws SQLException {
        List<Line> lines =
                changes.stream()
                        .flatMap(change ->
                                change.after().all().stream()
                                        .map(one -> new Line(change.key(), one)))
                        .toList();
        Sql.each(connection, ADD, lines, ShadowDifferenceMapper::fill);
    }

    private static void fill(PreparedStatement statement, Line line) throws SQLException {
        ShadowDifference difference = line.difference();
        statement.setString(1, difference.ruleset());
        statement.setString(2, difference.rule());
        statement.setString(3, difference.verdict());
        statement.setString(4, difference.other());
        statement.setString(5, difference.region());
        statement.setBoolean(6, difference.effective());
        statement.setString(7, line.decision());
        statement.setString(8, fired(difference));
    }

    /// As many of the rules as the column holds: where hundreds fire, nobody reads all of them.
    private static String fired(ShadowDifference difference) {
        String all = String.join(" ", difference.fired());
        return all.length() <= MAX ? all : all.substring(0, all.lastIndexOf(' ', MAX));
    }
}
