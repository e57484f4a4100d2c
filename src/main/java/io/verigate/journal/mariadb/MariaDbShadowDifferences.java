package io.verigate.journal.mariadb;

import io.verigate.decision.Ids;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.ShadowDifferences;
import io.verigate.ledger.mariadb.Sql;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/// Differences of decisions, counted from their index alone. Ids of decisions sort by time, so that they tell it.
public final class MariaDbShadowDifferences implements ShadowDifferences {
    private final DataSource database;

    public MariaDbShadowDifferences(DataSource database) {
        this.database = database;
    }

    @Override
    public List<ShadowDifference> of(String decision) {
        return Sql.query(
                database,
                "SELECT * FROM journal_difference WHERE decision = ? ORDER BY ruleset, rule",
                List.of(decision),
                rows -> ShadowDifferenceMapper.read(rows, rows.getString("fired")));
    }

    @Override
    public List<Count> counts(Instant from, Instant to) {
        return Sql.query(
                database,
                "SELECT ruleset, rule, verdict, other, region, effective, COUNT(*) AS decisions"
                        + " FROM journal_difference WHERE decision >= ? AND decision < ?"
                        + " GROUP BY ruleset, rule, verdict, other, region, effective"
                        + " ORDER BY decisions DESC, ruleset, rule, verdict, other, region, effective",
                List.of(id(from), id(to)),
                rows ->
                        new Count(
                                ShadowDifferenceMapper.read(rows, ""), rows.getLong("decisions")));
    }

    @Override
    public long decisions(Instant from, Instant to) {
        return Sql.query(
                        database,
                        "SELECT COUNT(*) AS decisions FROM journal WHERE id >= ? AND id < ?",
                        List.of(id(from), id(to)),
                        rows -> rows.getLong("decisions"))
                .getFirst();
    }

    private static String id(Instant at) {
        return Ids.first("d-", at);
    }
}
