package io.verigate.analysis.backtest.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.replay.Period;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A backtest or replay as a row.
@MappedEntity("backtest")
record AnalysisRunEntity(
        @Id String id,
        String kind,
        String author,
        String candidate,
        String decision,
        Instant periodFrom,
        Instant periodTo,
        int threads,
        String state,
        boolean stopRequested,
        long decisions,
        Instant reachedAt,
        Instant createdAt,
        Instant changedAt,
        String failure,
        @Nullable String result) {
    static AnalysisRunEntity of(AnalysisRun run) {
        return new AnalysisRunEntity(
                run.id(),
                run.kind().wireName(),
                run.author(),
                run.candidate(),
                run.only(),
                run.period().from(),
                run.period().to(),
                run.threads(),
                run.state().wireName(),
                run.stopping(),
                run.decisions(),
                run.reached(),
                run.createdAt(),
                run.changedAt(),
                run.failure(),
                run.result());
    }

    AnalysisRun run() {
        return new AnalysisRun(
                id,
                WireEnum.parse(AnalysisRun.Kind.class, kind).orElseThrow(),
                author,
                candidate,
                decision,
                new Period(periodFrom, periodTo),
                threads,
                WireEnum.parse(AnalysisRun.State.class, state).orElseThrow(),
                stopRequested,
                decisions,
                reachedAt,
                createdAt,
                changedAt,
                failure,
                result);
    }
}
