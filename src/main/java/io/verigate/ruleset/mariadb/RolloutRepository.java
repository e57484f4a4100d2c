package io.verigate.ruleset.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.util.List;

/// What decided from one change to the next.
@MariaDbRepository
interface RolloutRepository extends GenericRepository<RolloutEntity, Long> {
    @Query("SELECT * FROM ruleset_rollout WHERE number < :before ORDER BY number DESC LIMIT :most")
    List<RolloutEntity> findBefore(long before, int most);

    void save(RolloutEntity rollout);
}
