package io.verigate.retention.mariadb;

import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.retention.Erasure;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;

/// Erases accounts from MariaDB.
public final class MariaDbErasure implements Erasure {
    private static final int ATTEMPTS = 5;
    private static final int DEADLOCK = 1213;
    private static final int PSEUDONYM_BYTES = 16;

    // Only what is there can be locked; every step of the account locks this row first.
    private static final String LOCK =
            "INSERT INTO counter (subject, counters, blocked, changed_at) VALUES (?, ?, TRUE, ?)"
                    + " ON DUPLICATE KEY UPDATE subject = VALUES(subject)";
    private static final String INBOX =
            "DELETE s FROM sandbox_message s JOIN outbox o ON o.id = s.message"
                    + " JOIN verification v ON v.id = o.verification WHERE v.account = ?";
    // Kept, and not deleted: a message that is just leaving would write its row again, under the
    // account.
    private static final String OUTBOX =
            "UPDATE outbox o JOIN verification v ON v.id = o.verification SET o.account = ?"
                    + " WHERE v.account = ?";
    private static final String JOURNAL =
            "UPDATE journal SET account = ?, hint = '', detail = JSON_REMOVE(CONVERT(detail USING utf8mb4), '$.methods')"
                    + " WHERE account = ?";
    private static final String BLOCKS =
            "UPDATE block SET account = ?, evidence = '', source = NULL, device = NULL,"
                    + " release_reason = IF(release_reason IS NULL, NULL, '') WHERE account = ?";

    private final GroupCommit.Connections connections;
    private final Fingerprints fingerprints;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public MariaDbErasure(
            GroupCommit.Connections connections, Fingerprints fingerprints, InstantSource clock) {
        this.connections = connections;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    @Override
    public ErasureResult erase(String account) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.open()) {
                connection.setAutoCommit(false);
                ErasureResult erased = erase(connection, account);
                connection.commit();
                return erased;
            } catch (SQLException e) {
                if (e.getErrorCode() != DEADLOCK || attempt == ATTEMPTS) {
                    throw new LedgerUnavailable(
                            "the account could not be erased now; try again shortly", e);
                }
            }
        }
    }

    private ErasureResult erase(Connection connection, String account) throws SQLException {
        SubjectKey subject = SubjectKey.of(SubjectKind.ACCOUNT, account, fingerprints);
        update(connection, LOCK, subject.row(), CounterRow.NONE.encode(), clock.instant());
        String nobody = pseudonym();
        update(connection, INBOX, account);
        update(connection, OUTBOX, nobody, account);
        int verifications =
                update(connection, "DELETE FROM verification WHERE account = ?", account);
        int info = update(connection, "DELETE FROM security_info WHERE account = ?", account);
        update(connection, "DELETE FROM clear_request WHERE account = ?", account);
        int accounts = update(connection, "DELETE FROM account WHERE id = ?", account);
        int decisions = update(connection, JOURNAL, nobody, account);
        int blocks = update(connection, BLOCKS, nobody, account);
        return new ErasureResult(accounts > 0, info, verifications, decisions, blocks);
    }

    /// From nothing but chance: nobody, with whatever key, finds the account that it stood for.
    private String pseudonym() {
        byte[] bytes = new byte[PSEUDONYM_BYTES];
        random.nextBytes(bytes);
        return "erased-" + HexFormat.of().formatHex(bytes);
    }

    private static int update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
