package io.verigate.analysis.backtest.mariadb;

import io.verigate.analysis.backtest.VerifiedCodes;
import io.verigate.ledger.mariadb.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/// Finds verified codes by the key of accounts and times.
public final class MariaDbVerifiedCodes implements VerifiedCodes {
    private static final String FIND =
            "SELECT account, decision, created_at FROM verification"
                    + " WHERE account IN (%s) AND created_at >= ? AND created_at < ? AND state = 'verified'";

    private final DataSource database;

    public MariaDbVerifiedCodes(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Code> codes(Collection<String> accounts, Instant from, Instant to) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        // Filled up to a power of two, so that only a few statements have to be prepared.
        List<Object> values = new ArrayList<>(accounts);
        int padded = Integer.highestOneBit(values.size() * 2 - 1);
        values.addAll(Collections.nCopies(padded - values.size(), values.getLast()));
        values.add(from);
        values.add(to);
        return Sql.query(
                database,
                FIND.formatted(String.join(", ", Collections.nCopies(padded, "?"))),
                values,
                rows ->
                        new Code(
                                rows.getString("account"),
                                rows.getString("decision"),
                                Sql.time(rows, "created_at")));
    }
}
