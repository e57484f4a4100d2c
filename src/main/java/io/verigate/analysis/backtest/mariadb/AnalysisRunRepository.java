package io.verigate.analysis.backtest.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.AnalysisRuns;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Backtests and replays in MariaDB, so that every node knows those of the others.
@MariaDbRepository
interface AnalysisRunRepository extends AnalysisRuns, GenericRepository<AnalysisRunEntity, String> {
    void save(AnalysisRunEntity run);

    Optional<AnalysisRunEntity> findById(String id);

    @Query(
            """
            SELECT id, kind, author, candidate, decision, period_from, period_to, threads, state, stop_requested, decisions,
              reached_at, created_at, changed_at, failure, NULL AS result
            FROM backtest WHERE id < :before ORDER BY id DESC LIMIT :most\
            """)
    List<AnalysisRunEntity> findBefore(String before, int most);

    @Query(
            """
            UPDATE backtest SET state = 'running', decisions = :decisions, reached_at = :reached, changed_at = :now
            WHERE id = :id\
            """)
    void updateProgress(String id, long decisions, Instant reached, Instant now);

    @Query(
            """
            UPDATE backtest SET state = :state, failure = :failure, result = :result, changed_at = :now
            WHERE id = :id\
            """)
    void updateEnd(String id, String state, String failure, @Nullable String result, Instant now);

    @Override
    @Query("UPDATE backtest SET stop_requested = TRUE WHERE id = :id")
    void stop(String id);

    @Override
    default void add(AnalysisRun run) {
        save(AnalysisRunEntity.of(run));
    }

    @Override
    default boolean progress(String id, long decisions, Instant reached, Instant now) {
        updateProgress(id, decisions, reached, now);
        return findById(id).filter(run -> !run.stopRequested()).isPresent();
    }

    @Override
    default void end(
            String id,
            AnalysisRun.State state,
            String failure,
            @Nullable String result,
            Instant now) {
        updateEnd(id, state.wireName(), failure, result, now);
    }

    @Override
    default Optional<AnalysisRun> find(String id) {
        return findById(id).map(AnalysisRunEntity::run);
    }

    @Override
    default List<AnalysisRun> search(@Nullable String before, int most) {
        return findBefore(before == null ? "~" : before, most).stream()
                .map(AnalysisRunEntity::run)
                .toList();
    }
}
