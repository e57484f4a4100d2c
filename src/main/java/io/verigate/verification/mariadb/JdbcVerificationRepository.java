package io.verigate.verification.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.crypto.Sealer;
import io.verigate.ledger.mariadb.MariaDbRepository;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationHistory;
import io.verigate.verification.VerificationRepository;
import java.util.List;
import java.util.Optional;

/// Reads verifications from MariaDB.
@MariaDbRepository
abstract class JdbcVerificationRepository
        implements VerificationRepository,
                VerificationHistory,
                GenericRepository<VerificationEntity, String> {
    private final Sealer sealer;

    JdbcVerificationRepository(Sealer sealer) {
        this.sealer = sealer;
    }

    abstract Optional<VerificationEntity> findById(String id);

    @Query(
            """
            SELECT * FROM verification WHERE account = :account
            ORDER BY created_at DESC, id DESC LIMIT :most\
            """)
    abstract List<VerificationEntity> findNewest(String account, int most);

    @Override
    public Optional<Verification> find(String id) {
        return findById(id).map(row -> row.verification(sealer));
    }

    @Override
    public List<Verification> of(String account, int most) {
        return findNewest(account, most).stream().map(row -> row.verification(sealer)).toList();
    }
}
