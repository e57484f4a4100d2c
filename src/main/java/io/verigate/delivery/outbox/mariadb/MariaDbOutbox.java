package io.verigate.delivery.outbox.mariadb;

import io.verigate.delivery.outbox.Outbox;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/// The outbox in MariaDB. Nodes take messages concurrently: each skips the rows that another one has locked.
@Singleton
public final class MariaDbOutbox implements Outbox {
    private static final String DUE =
            "SELECT * FROM outbox WHERE state = 'pending' AND due_at <= ?"
                    + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED";
    private static final String TAKE =
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, node = ?"
                    + " WHERE id = ?";
    private static final String TAKEN_BY_NODE =
            "SELECT * FROM outbox WHERE state = 'sending' AND node = ? FOR UPDATE";
    private static final String ABANDONED =
            "SELECT * FROM outbox WHERE state = 'sending' AND node = ? AND expires_at < ?"
                    + " FOR UPDATE SKIP LOCKED";
    private static final String MARK_IN_DOUBT =
            "UPDATE outbox SET state = 'in-doubt', outcome = ? WHERE id = ?";

    private final DataSource database;

    public MariaDbOutbox(DataSource database) {
        this.database = database;
    }

    @Override
    public List<OutboxMessage> take(int most, Instant now, String node) {
        return change(DUE, List.of(now, most), message -> true, TAKE, List.of(node)).stream()
                .map(message -> message.taken(node))
                .toList();
    }

    @Override
    public List<OutboxMessage> abandoned(String node) {
        return change(
                TAKEN_BY_NODE,
                List.of(node),
                message -> true,
                MARK_IN_DOUBT,
                List.of("the node stopped while sending"));
    }

    @Override
    public List<OutboxMessage> abandoned(String node, Set<String> held, Instant expired) {
        return change(
                ABANDONED,
                List.of(node, expired),
                message -> !held.contains(message.id()),
                MARK_IN_DOUBT,
                List.of("the database was away"));
    }

    @Override
    public Optional<Instant> nextDue() {
        return Sql.query(
                        database,
                        "SELECT due_at FROM outbox WHERE state = 'pending' ORDER BY due_at LIMIT 1",
                        List.of(),
                        rows -> Sql.time(rows, "due_at"))
                .stream()
                .findFirst();
    }

    @Override
    public Backlog backlog(Instant now) {
        return Sql.query(
                        database,
                        "SELECT COUNT(*) AS due, MIN(due_at) AS oldest FROM outbox"
                                + " WHERE state = 'pending' AND due_at <= ?",
                        List.of(now),
                        rows ->
                                new Backlog(
                                        rows.getLong("due"),
                                        Optional.ofNullable(Sql.timeOrNull(rows, "oldest"))))
                .getFirst();
    }

    @Override
    public Optional<OutboxMessage> findByReference(String reference) {
        return Sql.query(
                        database,
                        "SELECT * FROM outbox WHERE reference = ? ORDER BY id DESC LIMIT 1",
                        List.of(reference),
                        OutboxMapper::message)
                .stream()
                .findFirst();
    }

    /// Locks rows and updates those that match, in one transaction.
    private List<OutboxMessage> change(
            String select,
            List<?> which,
            Predicate<OutboxMessage> wanted,
            String update,
            List<?> values) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<OutboxMessage> found = new ArrayList<>();
                try (PreparedStatement statement = connection.prepareStatement(select)) {
                    fill(statement, which);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(OutboxMapper.message(rows));
                        }
                    }
                }
                found.removeIf(wanted.negate());
                Sql.each(
                        connection,
                        update,
                        found,
                        (statement, message) -> {
                            fill(statement, values);
                            statement.setString(values.size() + 1, message.id());
                        });
                connection.commit();
                return found;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the outbox cannot be reached; try again shortly", e);
        }
    }

    private static void fill(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
