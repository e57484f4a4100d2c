package io.verigate.api.backtests;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.analysis.backtest.AnalysisRun;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A backtest or a replay on the wire.
///
/// @param kind `backtest` or `replay`
/// @param author name of the key that asked for it
/// @param candidate revision that is tried; null for a replay
/// @param state `waiting`, `running`, `done`, `partial` or `failed`
/// @param share how much of the period was gone through, from 0 to 1
/// @param decisions gone through so far
/// @param failure why it failed; null unless it did
/// @param result the report; null until it is over, and in lists
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
    /// One that gives no sign for so long went away with its node.
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /// The answer.
    public static RunResponse of(AnalysisRun run, Instant now) {
        boolean lost =
                run.state() == AnalysisRun.State.RUNNING
                        && run.changedAt().plus(SILENCE).isBefore(now);
        AnalysisRun.State state = lost ? AnalysisRun.State.FAILED : run.state();
        String failure = lost ? "its node went away; start it again" : run.failure();
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

    /// Whether nothing more will come.
    public boolean over() {
        return !state.equals(AnalysisRun.State.WAITING.wireName())
                && !state.equals(AnalysisRun.State.RUNNING.wireName());
    }
}
