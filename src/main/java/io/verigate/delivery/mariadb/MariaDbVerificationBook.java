package io.verigate.delivery.mariadb;

import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationBook;
import io.verigate.delivery.VerificationTrail;
import io.verigate.ledger.mariadb.Sql;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Verifications by id and by account, from MariaDB.
public final class MariaDbVerificationBook implements VerificationBook, VerificationTrail {
    private final DataSource database;
    private final VerificationRows rows;

    public MariaDbVerificationBook(DataSource database, VerificationRows rows) {
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
