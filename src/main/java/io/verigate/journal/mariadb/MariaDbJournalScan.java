package io.verigate.journal.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision;
import io.verigate.decision.Ids;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.GroupCommit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the log by ranges of its key. Used by one thread at a time.
public final class MariaDbJournalScan implements JournalScan {
    private static final String PREFIX = "d-";
    private static final String NEXT =
            "SELECT j.id, j.at, j.interaction, j.account, j.verdict, j.region, j.ruleset, j.detail,"
                    + " j.destination, j.source, j.device FROM journal j";
    private static final String RANGE =
            " AND j.id > ? AND j.id < ? AND j.at >= ? AND j.at < ? ORDER BY j.id LIMIT ?";

    private final Connection connection;
    private final PreparedStatement statement;
    private final int filtered;

    /// @param filter which decisions to go through
    /// @throws LedgerUnavailable when the database cannot be reached
    public MariaDbJournalScan(GroupCommit.Connections connections, JournalFilter filter) {
        DecisionLogQuery wanted = new DecisionLogQuery(NEXT, filter);
        filtered = wanted.values().size();
        try {
            connection = connections.open();
            statement = prepared(wanted);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private PreparedStatement prepared(DecisionLogQuery wanted) throws SQLException {
        try {
            PreparedStatement made = connection.prepareStatement(wanted.sql(RANGE));
            for (int i = 0; i < filtered; i++) {
                made.setObject(i + 1, wanted.values().get(i));
            }
            return made;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public List<JournalLine> next(Instant from, Instant to, @Nullable String after, int most) {
        try {
            statement.setString(filtered + 1, after == null ? Ids.first(PREFIX, from) : after);
            statement.setString(filtered + 2, Ids.first(PREFIX, to.plusMillis(1)));
            statement.setObject(filtered + 3, from);
            statement.setObject(filtered + 4, to);
            statement.setInt(filtered + 5, most);
            List<JournalLine> lines = new ArrayList<>(most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static JournalLine line(ResultSet rows) throws SQLException {
        return new Line(
                rows.getString(1),
                rows.getObject(2, Instant.class),
                rows.getString(3),
                rows.getString(4),
                WireEnum.parse(Verdict.class, rows.getString(5)).orElseThrow(),
                rows.getString(6),
                rows.getString(7),
                rows.getBytes(8),
                new JournalLine.SubjectFingerprints(key(rows, 9), key(rows, 10), key(rows, 11)));
    }

    private static @Nullable SubjectKey key(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : SubjectKey.parse(bytes);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(
            String id,
            Instant at,
            String interaction,
            String account,
            Verdict verdict,
            String region,
            String ruleset,
            byte[] detail,
            JournalLine.SubjectFingerprints traces)
            implements JournalLine {
        @Override
        public RecordedOutcome read(FactReader facts) {
            return DetailReader.read(id, detail, facts);
        }

        @Override
        public Decision decision() {
            return DecisionJson.read(
                    new DecisionJson.Heading(
                            id,
                            at,
                            WireEnum.parse(InteractionKind.class, interaction).orElseThrow(),
                            account,
                            verdict,
                            ruleset),
                    detail);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static LedgerUnavailable away(SQLException cause) {
        return new LedgerUnavailable("the log cannot be read; try again shortly", cause);
    }
}
