package io.verigate.http.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.backtest.Run;
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
public record RunAnswer(
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
    public static RunAnswer of(Run run, Instant now) {
        boolean lost =
                run.state() == Run.State.RUNNING && run.changedAt().plus(SILENCE).isBefore(now);
        Run.State state = lost ? Run.State.FAILED : run.state();
        String failure = lost ? "its node went away; start it again" : run.failure();
        return new RunAnswer(
                run.id(),
                run.kind().word(),
                run.author(),
                run.candidate().isEmpty() ? null : run.candidate(),
                run.period().from(),
                run.period().to(),
                state.word(),
                state == Run.State.DONE ? 1 : run.period().share(run.reached()),
                run.decisions(),
                run.createdAt(),
                run.changedAt(),
                failure.isEmpty() ? null : failure,
                run.result());
    }

    /// Whether nothing more will come.
    public boolean over() {
        return !state.equals(Run.State.WAITING.word()) && !state.equals(Run.State.RUNNING.word());
    }
}
