package io.verigate.account.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.account.ClearRequest;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.util.List;
import java.util.Optional;

/// Reads accounts from MariaDB.
@MariaDbRepository
abstract class AccountRepository
        implements Accounts, GenericRepository<ClearRequestEntity, String> {
    private final AccountMapper rows;
    private final JdbcOperations database;

    AccountRepository(AccountMapper rows, JdbcOperations database) {
        this.rows = rows;
        this.database = database;
    }

    @Query("SELECT * FROM clear_request WHERE account = :account ORDER BY id DESC LIMIT :most")
    abstract List<ClearRequestEntity> findNewest(String account, int most);

    /// Reads an account as transactions do: from two tables, in one round trip.
    @Override
    public Optional<Account> find(String id) {
        return Optional.ofNullable(
                database.execute(connection -> rows.load(connection, List.of(id))).get(id));
    }

    @Override
    public List<ClearRequest> clearings(String id, int most) {
        return findNewest(id, most).stream().map(ClearRequestEntity::request).toList();
    }
}
