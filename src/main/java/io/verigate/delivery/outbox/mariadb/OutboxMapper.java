package io.verigate.delivery.outbox.mariadb;

import io.verigate.decision.WireEnum;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Stores outbox messages, one row each.
public final class OutboxMapper implements RecordMapper<String, OutboxMessage> {
    private static final String LOAD = "SELECT * FROM outbox WHERE id IN (%s)";
    private static final String SAVE =
            "INSERT INTO outbox (id, verification, account, state, attempts, due_at,"
                    + " expires_at, node, reference, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE state = VALUES(state), attempts = VALUES(attempts), due_at = VALUES(due_at),"
                    + " reference = VALUES(reference), outcome = VALUES(outcome)";

    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, OutboxMessage> found) {
        return List.of(
                Lookup.of(LOAD, keys, rows -> found.put(rows.getString("id"), message(rows))));
    }

    @Override
    public void save(Connection connection, Collection<Change<String, OutboxMessage>> changes)
            throws SQLException {
        Sql.each(
                connection,
                SAVE,
                changes,
                (statement, change) -> {
                    OutboxMessage message = change.after();
                    statement.setString(1, message.id());
                    statement.setString(2, message.verification());
                    statement.setString(3, message.account());
                    statement.setString(4, message.state().wireName());
                    statement.setInt(5, message.attempts());
                    statement.setObject(6, message.dueAt());
                    statement.setObject(7, message.expiresAt());
                    statement.setString(8, message.node());
                    statement.setString(9, message.reference());
                    statement.setString(10, message.outcome());
                });
    }

    static OutboxMessage message(ResultSet rows) throws SQLException {
        return new OutboxMessage(
                rows.getString("id"),
                rows.getString("verification"),
                rows.getString("account"),
                WireEnum.parse(OutboxMessage.State.class, rows.getString("state")).orElseThrow(),
                rows.getInt("attempts"),
                Sql.time(rows, "due_at"),
                Sql.time(rows, "expires_at"),
                rows.getString("node"),
                rows.getString("reference"),
                rows.getString("outcome"));
    }
}
