package io.verigate.retention.mariadb;

import io.verigate.decision.Ids;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.retention.Purge;
import io.verigate.retention.RetainedKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes old rows of MariaDB by ranges of their keys, and the log by days, on a connection of its own. The server holds
/// the lease, by a named lock of that connection: it ends with the connection, also when the node dies.
public final class MariaDbPurge implements Purge {
    /// Small enough for a few milliseconds.
    static final int ROWS = 500;

    // Locks are the server's and not the schema's, so the schema is part of the name; hashed,
    // because names are short.
    private static final String TAKE =
            "SELECT GET_LOCK(CONCAT('verigate-', MD5(CONCAT(DATABASE(), '-retention'))), 0)";

    private final Connection connection;
    private final CounterPurge counters;
    private final JournalDays days;

    private MariaDbPurge(Connection connection) {
        this.connection = connection;
        this.counters = new CounterPurge(connection);
        this.days = new JournalDays(connection);
    }

    /// Begins, unless another node is at it.
    ///
    /// @throws LedgerUnavailable when the database does not answer
    public static Optional<Purge> open(GroupCommit.Connections connections) {
        try {
            Connection connection = connections.open();
            try {
                if (taken(connection)) {
                    return Optional.of(new MariaDbPurge(connection));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    @Override
    public void prepare(Instant now) {
        try {
            days.prepare(now);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    @Override
    public Batch next(RetainedKind kept, Instant before) {
        try {
            return switch (kept) {
                case MARKS -> marks(before);
                case DIFFERENCES ->
                        some(
                                "DELETE FROM shadow_difference WHERE decision < ? ORDER BY decision LIMIT ?",
                                Ids.first("d-", before));
                case DECISIONS -> days.next(before);
                case ANSWERS ->
                        some(
                                "DELETE FROM idempotent_response WHERE created_at < ? ORDER BY created_at LIMIT ?",
                                before);
                case VERIFICATIONS ->
                        some(
                                "DELETE FROM verification WHERE id < ? ORDER BY id LIMIT ?",
                                Ids.first("v-", before));
                case MESSAGES ->
                        some(
                                "DELETE FROM outbox WHERE id < ? ORDER BY id LIMIT ?",
                                Ids.first("m-", before));
                case SANDBOX_MESSAGES ->
                        some(
                                "DELETE FROM sandbox_message WHERE sent_at < ? AND id <= (SELECT MAX(id) FROM"
                                        + " (SELECT id FROM sandbox_message ORDER BY id LIMIT ?) oldest)",
                                before);
                case COUNTERS -> counters.next(before);
                case BLOCKS ->
                        some(
                                "DELETE FROM block WHERE id < ? AND (until < ? OR released_at < ?)"
                                        + " ORDER BY id LIMIT ?",
                                Ids.first("b-", before),
                                before,
                                before);
            };
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /// The primary key begins with the word, so that the old ones of each word lie together.
    private Batch marks(Instant before) throws SQLException {
        List<String[]> words = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT kind, value FROM journal_mark GROUP BY kind, value");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                words.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        for (String[] word : words) {
            Batch batch =
                    some(
                            "DELETE FROM journal_mark WHERE kind = ? AND value = ? AND decision < ?"
                                    + " ORDER BY decision LIMIT ?",
                            word[0],
                            word[1],
                            Ids.first("d-", before));
            if (batch.deleted() > 0) {
                return new Batch(batch.deleted(), true);
            }
        }
        return new Batch(0, false);
    }

    /// @param values of all placeholders but the last, which is the number of rows
    private Batch some(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.setInt(values.length + 1, ROWS);
            int deleted = statement.executeUpdate();
            return new Batch(deleted, deleted == ROWS);
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
        return new LedgerUnavailable(
                "old rows cannot be deleted now; the next sweep goes on", cause);
    }
}
