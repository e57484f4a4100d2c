package io.verigate.analysis.backtest.mariadb;

import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.AnalysisRuns;
import io.verigate.analysis.replay.Period;
import io.verigate.decision.WireEnum;
import io.verigate.ledger.mariadb.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Backtests and replays in MariaDB, so that any node tells of those of every other.
public final class MariaDbAnalysisRuns implements AnalysisRuns {
    private static final String COLUMNS =
            "id, kind, author, candidate, only_one, period_from, period_to, threads, state, stopping,"
                    + " decisions, reached, created_at, changed_at, failure, ";

    private final DataSource database;

    public MariaDbAnalysisRuns(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(AnalysisRun run) {
        Sql.update(
                database,
                "INSERT INTO backtest ("
                        + COLUMNS
                        + "result) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                List.of(
                        run.id(),
                        run.kind().wireName(),
                        run.author(),
                        run.candidate(),
                        run.only(),
                        run.period().from(),
                        run.period().to(),
                        run.threads(),
                        run.state().wireName(),
                        run.stopping(),
                        run.decisions(),
                        run.reached(),
                        run.createdAt(),
                        run.changedAt(),
                        run.failure()));
    }

    @Override
    public boolean progress(String id, long decisions, Instant reached, Instant now) {
        Sql.update(
                database,
                "UPDATE backtest SET state = 'running', decisions = ?, reached = ?, changed_at = ? WHERE id = ?",
                List.of(decisions, reached, now, id));
        return find(id).filter(run -> !run.stopping()).isPresent();
    }

    @Override
    public void end(
            String id,
            AnalysisRun.State state,
            String failure,
            @Nullable String result,
            Instant now) {
        Sql.update(
                database,
                "UPDATE backtest SET state = ?, failure = ?, result = ?, changed_at = ? WHERE id = ?",
                Arrays.asList(state.wireName(), failure, result, now, id));
    }

    @Override
    public void stop(String id) {
        Sql.update(database, "UPDATE backtest SET stopping = TRUE WHERE id = ?", List.of(id));
    }

    @Override
    public Optional<AnalysisRun> find(String id) {
        return Sql.query(
                        database,
                        "SELECT " + COLUMNS + "result FROM backtest WHERE id = ?",
                        List.of(id),
                        MariaDbAnalysisRuns::run)
                .stream()
                .findFirst();
    }

    @Override
    public List<AnalysisRun> search(@Nullable String before, int most) {
        return Sql.query(
                database,
                "SELECT "
                        + COLUMNS
                        + "NULL AS result FROM backtest WHERE id < ? ORDER BY id DESC LIMIT ?",
                List.of(before == null ? "~" : before, most),
                MariaDbAnalysisRuns::run);
    }

    private static AnalysisRun run(ResultSet rows) throws SQLException {
        return new AnalysisRun(
                rows.getString("id"),
                WireEnum.parse(AnalysisRun.Kind.class, rows.getString("kind")).orElseThrow(),
                rows.getString("author"),
                rows.getString("candidate"),
                rows.getString("only_one"),
                new Period(Sql.time(rows, "period_from"), Sql.time(rows, "period_to")),
                rows.getInt("threads"),
                WireEnum.parse(AnalysisRun.State.class, rows.getString("state")).orElseThrow(),
                rows.getBoolean("stopping"),
                rows.getLong("decisions"),
                Sql.time(rows, "reached"),
                Sql.time(rows, "created_at"),
                Sql.time(rows, "changed_at"),
                rows.getString("failure"),
                rows.getString("result"));
    }
}
