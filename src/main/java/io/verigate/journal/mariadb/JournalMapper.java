package io.verigate.journal.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The journal: entries are added, never changed. What is searched stands in columns, the rest in one JSON text.
public final class JournalMapper implements RecordMapper<String, JournalEntry> {
    private static final String ADD =
            "INSERT INTO journal (id, at, interaction, account, verdict, channel, hint, region,"
                    + " ruleset, destination, source, device, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MARK =
            "INSERT INTO journal_mark (kind, value, decision) VALUES (?, ?, ?)";

    /// No step reads the journal.
    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, JournalEntry> found) {
        throw new IllegalStateException("steps do not read the journal");
    }

    @Override
    public void save(Connection connection, Collection<Change<String, JournalEntry>> changes)
            throws SQLException {
        Sql.each(connection, ADD, changes, (statement, change) -> fill(statement, change.after()));
        Set<Mark> marks = new LinkedHashSet<>();
        for (Change<String, JournalEntry> change : changes) {
            Decision decision = change.after().decision();
            decision.fired().forEach(rule -> marks.add(new Mark("rule", rule, decision.id())));
            decision.reasons()
                    .forEach(reason -> marks.add(new Mark("reason", reason.code(), decision.id())));
            if (decision.verdict() != Verdict.ALLOW) {
                marks.add(new Mark("verdict", decision.verdict().wireName(), decision.id()));
            }
        }
        Sql.each(
                connection,
                MARK,
                new ArrayList<>(marks),
                (statement, mark) -> {
                    statement.setString(1, mark.kind());
                    statement.setString(2, mark.wireName());
                    statement.setString(3, mark.decision());
                });
    }

    private record Mark(String kind, String wireName, String decision) {}

    private static void fill(PreparedStatement statement, JournalEntry entry) throws SQLException {
        Decision decision = entry.decision();
        statement.setString(1, decision.id());
        statement.setObject(2, decision.at());
        statement.setString(3, decision.interaction().wireName());
        statement.setString(4, decision.account());
        statement.setString(5, decision.verdict().wireName());
        statement.setString(6, entry.channel());
        statement.setString(7, entry.hint());
        statement.setString(8, entry.region());
        statement.setString(9, decision.ruleset());
        statement.setBytes(10, bytes(entry.destination()));
        statement.setBytes(11, bytes(entry.source()));
        statement.setBytes(12, bytes(entry.device()));
        statement.setBytes(13, DecisionJson.write(decision));
    }

    static JournalEntry entry(ResultSet rows) throws SQLException {
        DecisionJson.Heading heading =
                new DecisionJson.Heading(
                        rows.getString("id"),
                        Sql.time(rows, "at"),
                        WireEnum.parse(InteractionKind.class, rows.getString("interaction"))
                                .orElseThrow(),
                        rows.getString("account"),
                        WireEnum.parse(Verdict.class, rows.getString("verdict")).orElseThrow(),
                        rows.getString("ruleset"));
        return new JournalEntry(
                DecisionJson.read(heading, rows.getBytes("detail")),
                rows.getString("channel"),
                rows.getString("hint"),
                rows.getString("region"),
                key(rows.getBytes("destination")),
                key(rows.getBytes("source")),
                key(rows.getBytes("device")));
    }

    private static byte @Nullable [] bytes(@Nullable SubjectKey key) {
        return key == null ? null : key.bytes();
    }

    private static @Nullable SubjectKey key(byte @Nullable [] bytes) {
        return bytes == null ? null : SubjectKey.parse(bytes);
    }
}
