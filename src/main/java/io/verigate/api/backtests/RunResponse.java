package io.verigate.api.backtests;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.analysis.backtest.AnalysisRun;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A backtest or a replay.
///
/// @param kind `backtest` or `replay`
/// @param author name of the API key that started it
/// @param candidate tested revision; null for a replay
/// @param state `waiting`, `running`, `done`, `partial` or `failed`
/// @param share completed share of the period, from 0 to 1
/// @param decisions processed so far
/// @param failure reason of the failure; null otherwise
/// @param result the report; null until it ends, and in lists
@Schema(name = "Backtest")
public record RunResponse(
        String id,
        String kind,
        String author,
        @Nullable String candidate,
        Instant from,
        Instant to,
        String state,
        double share,
        long decisions,
        Instant createdAt,
        Instant changedAt,
        @Nullable String failure,
        @Schema(implementation = Object.class) @JsonRawValue @Nullable String result) {
    /// A run without progress for this long was lost with its node.
    private static final Duration LOST_AFTER = Duration.ofMinutes(1);

    public static RunResponse of(AnalysisRun run, Instant now) {
        boolean lost =
                run.state() == AnalysisRun.State.RUNNING
                        && run.changedAt().plus(LOST_AFTER).isBefore(now);
        AnalysisRun.State state = lost ? AnalysisRun.State.FAILED : run.state();
        String failure = lost ? "the node running it stopped; start it again" : run.failure();
        return new RunResponse(
                run.id(),
                run.kind().wireName(),
                run.author(),
                run.candidate().isEmpty() ? null : run.candidate(),
                run.period().from(),
                run.period().to(),
                state.wireName(),
                state == AnalysisRun.State.DONE ? 1 : run.period().share(run.reached()),
                run.decisions(),
                run.createdAt(),
                run.changedAt(),
                failure.isEmpty() ? null : failure,
                run.result());
    }

    /// Returns whether it has ended.
    public boolean hasEnded() {
        return !state.equals(AnalysisRun.State.WAITING.wireName())
                && !state.equals(AnalysisRun.State.RUNNING.wireName());
    }
}
