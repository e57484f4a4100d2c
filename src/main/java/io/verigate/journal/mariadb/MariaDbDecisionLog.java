package io.verigate.journal.mariadb;

import io.verigate.decision.Ids;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalQuery;
import io.verigate.ledger.mariadb.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Decisions for people, from MariaDB. Pages by id, so that a page costs the same however far back it lies.
///
/// In plain JDBC, because the joins depend on the filter, as they do for `MariaDbJournalScan`, which streams.
@Singleton
public final class MariaDbDecisionLog implements DecisionLog {
    private final DataSource database;

    public MariaDbDecisionLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<JournalEntry> find(String id) {
        return Sql.query(
                        database,
                        "SELECT * FROM journal WHERE id = ?",
                        List.of(id),
                        JournalMapper::entry)
                .stream()
                .findFirst();
    }

    @Override
    public List<JournalEntry> search(JournalQuery query) {
        DecisionLogQuery wanted =
                new DecisionLogQuery("SELECT j.* FROM journal j", query.filter())
                        .and("j.at >= ?", query.from())
                        .and("j.id > ?", first(query.from(), 0))
                        .and("j.at < ?", query.to())
                        .and("j.id < ?", first(query.to(), 1))
                        .and("j.id < ?", query.before());
        wanted.values().add(query.most());
        return Sql.query(
                database,
                wanted.sql(" ORDER BY j.id DESC LIMIT ?"),
                wanted.values(),
                JournalMapper::entry);
    }

    /// What sorts before every id of that time: ids know milliseconds only, and ids tell days from each other.
    private static @Nullable String first(@Nullable Instant time, long later) {
        return time == null ? null : Ids.first("d-", time.plusMillis(later));
    }
}
