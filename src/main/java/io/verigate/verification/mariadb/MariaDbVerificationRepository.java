package io.verigate.verification.mariadb;

import io.verigate.ledger.mariadb.Sql;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationHistory;
import io.verigate.verification.VerificationRepository;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Verifications by id and by account, from MariaDB.
public final class MariaDbVerificationRepository
        implements VerificationRepository, VerificationHistory {
    private final DataSource database;
    private final VerificationMapper rows;

    public MariaDbVerificationRepository(DataSource database, VerificationMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Optional<Verification> find(String id) {
        return Sql.query(
                        database,
                        "SELECT * FROM verification WHERE id = ?",
                        List.of(id),
                        rows::verification)
                .stream()
                .findFirst();
    }

    @Override
    public List<Verification> of(String account, int most) {
        return Sql.query(
                database,
                "SELECT * FROM verification WHERE account = ? ORDER BY created_at DESC, id DESC LIMIT ?",
                List.of(account, most),
                rows::verification);
    }
}
