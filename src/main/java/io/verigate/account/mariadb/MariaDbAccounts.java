package io.verigate.account.mariadb;

import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.account.ClearRequest;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Accounts for people, from MariaDB.
public final class MariaDbAccounts implements Accounts {
    private final DataSource database;
    private final AccountMapper rows;

    public MariaDbAccounts(DataSource database, AccountMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Optional<Account> find(String id) {
        try (Connection connection = database.getConnection()) {
            return Optional.ofNullable(rows.load(connection, List.of(id)).get(id));
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database cannot be read; try again shortly", e);
        }
    }

    @Override
    public List<ClearRequest> clearings(String id, int most) {
        return Sql.query(
                database,
                "SELECT * FROM security_info_clearing WHERE account = ? ORDER BY id DESC LIMIT ?",
                List.of(id, most),
                ClearRequestMapper::request);
    }
}
