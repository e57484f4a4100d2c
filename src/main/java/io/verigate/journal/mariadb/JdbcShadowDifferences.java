package io.verigate.journal.mariadb;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.decision.Ids;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.ShadowDifferences;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.time.Instant;
import java.util.List;

/// Differences of decisions. Ids of decisions sort by time, so that a period is a range of the primary key.
@MariaDbRepository
interface JdbcShadowDifferences
        extends ShadowDifferences, GenericRepository<ShadowDifferenceEntity, String> {
    /// How many decisions have the same difference.
    @Introspected
    record CountRow(
            String ruleset,
            String rule,
            String verdict,
            String otherVerdict,
            String region,
            boolean effective,
            long decisions) {
        Count count() {
            return new Count(
                    new ShadowDifference(
                            ruleset, rule, verdict, otherVerdict, region, effective, List.of()),
                    decisions);
        }
    }

    @Query("SELECT * FROM shadow_difference WHERE decision = :decision ORDER BY ruleset, rule")
    List<ShadowDifferenceEntity> find(String decision);

    @Query(
            """
            SELECT ruleset, rule, verdict, other_verdict, region, effective, COUNT(*) AS decisions
            FROM shadow_difference WHERE decision >= :from AND decision < :to
            GROUP BY ruleset, rule, verdict, other_verdict, region, effective
            ORDER BY decisions DESC, ruleset, rule, verdict, other_verdict, region, effective\
            """)
    List<CountRow> count(String from, String to);

    @Query("SELECT COUNT(*) FROM journal WHERE id >= :from AND id < :to")
    long countDecisions(String from, String to);

    @Override
    default List<ShadowDifference> of(String decision) {
        return find(decision).stream().map(ShadowDifferenceEntity::difference).toList();
    }

    @Override
    default List<Count> counts(Instant from, Instant to) {
        return count(Ids.first("d-", from), Ids.first("d-", to)).stream()
                .map(CountRow::count)
                .toList();
    }

    @Override
    default long decisions(Instant from, Instant to) {
        return countDecisions(Ids.first("d-", from), Ids.first("d-", to));
    }
}
