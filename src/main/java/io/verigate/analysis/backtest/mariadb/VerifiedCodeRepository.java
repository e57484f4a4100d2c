package io.verigate.analysis.backtest.mariadb;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.analysis.backtest.VerifiedCodes;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Finds verified codes in MariaDB, by the index of accounts and times.
@MariaDbRepository
interface VerifiedCodeRepository
        extends VerifiedCodes, GenericRepository<VerifiedCodeRepository.Row, String> {
    /// One such code.
    @Introspected
    record Row(String account, String decision, Instant createdAt) {
        Code code() {
            return new Code(account, decision, createdAt);
        }
    }

    @Query(
            """
            SELECT account, decision, created_at FROM verification
            WHERE account IN (:accounts) AND created_at >= :from AND created_at < :to AND state = 'verified'\
            """)
    List<Row> find(Collection<String> accounts, Instant from, Instant to);

    @Override
    default List<Code> codes(Collection<String> accounts, Instant from, Instant to) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        // Filled up to a power of two, so that only a few statements have to be prepared.
        List<String> padded = new ArrayList<>(accounts);
        int size = Integer.highestOneBit(padded.size() * 2 - 1);
        padded.addAll(Collections.nCopies(size - padded.size(), padded.getLast()));
        return find(padded, from, to).stream().map(Row::code).toList();
    }
}
