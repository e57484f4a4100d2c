package io.verigate.journal.mariadb;

import io.verigate.journal.Journal;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalQuery;
import io.verigate.ledger.mariadb.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Decisions for people, from MariaDB. Pages by id, so that a page costs the same however far back it lies.
public final class MariaDbJournal implements Journal {
    private final DataSource database;

    public MariaDbJournal(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<JournalEntry> find(String id) {
        return Sql.query(
                        database,
                        "SELECT * FROM journal WHERE id = ?",
                        List.of(id),
                        JournalRows::entry)
                .stream()
                .findFirst();
    }

    @Override
    public List<JournalEntry> search(JournalQuery query) {
        StringBuilder sql = new StringBuilder("SELECT j.* FROM journal j");
        List<Object> values = new ArrayList<>();
        marked(sql, values, "rule", query.rule());
        marked(sql, values, "reason", query.reason());
        sql.append(" WHERE TRUE");
        and(sql, values, "j.account = ?", query.account());
        and(sql, values, "j.verdict = ?", query.verdict() == null ? null : query.verdict().word());
        and(sql, values, "j.region = ?", query.region());
        and(sql, values, "j.at >= ?", query.from());
        and(sql, values, "j.at < ?", query.to());
        and(sql, values, "j.id < ?", query.before());
        sql.append(" ORDER BY j.id DESC LIMIT ?");
        values.add(query.most());
        return Sql.query(database, sql.toString(), values, JournalRows::entry);
    }

    private static void marked(
            StringBuilder sql, List<Object> values, String kind, @Nullable String word) {
        if (word != null) {
            sql.append(
                    " JOIN journal_mark %1$s ON %1$s.decision = j.id AND %1$s.kind = ? AND %1$s.word = ?"
                            .formatted(kind));
            values.add(kind);
            values.add(word);
        }
    }

    private static void and(
            StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
    }
}
