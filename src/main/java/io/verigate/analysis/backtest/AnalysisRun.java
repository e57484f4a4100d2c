package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.Period;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One backtest or replay as it is kept.
///
/// @param id unique, sorted by time
/// @param kind which of both
/// @param author name of the key that asked for it
/// @param candidate revision that is tried; empty for a replay
/// @param only id of the one decision to replay; empty for all
/// @param period what is gone through
/// @param threads how many work on it
/// @param state how far it is
/// @param stopping whether somebody wants it to end with what it has
/// @param decisions gone through so far
/// @param reached when the last of them was made
/// @param createdAt when it was asked for
/// @param changedAt when it last gave a sign
/// @param failure why it failed; empty unless it did
/// @param result the report as JSON; null until it is over
public record AnalysisRun(
        String id,
        Kind kind,
        String author,
        String candidate,
        String only,
        Period period,
        int threads,
        State state,
        boolean stopping,
        long decisions,
        Instant reached,
        Instant createdAt,
        Instant changedAt,
        String failure,
        @Nullable String result) {
    /// What it is.
    public enum Kind implements WireEnum {
        /// A candidate is tried.
        BACKTEST,
        /// Decisions are proven.
        REPLAY
    }

    /// How far it is.
    public enum State implements WireEnum {
        /// Another one is running.
        WAITING,
        /// On its way.
        RUNNING,
        /// Everything was gone through.
        DONE,
        /// It was stopped, and tells what it has.
        PARTIAL,
        /// It could not be done.
        FAILED
    }
}
