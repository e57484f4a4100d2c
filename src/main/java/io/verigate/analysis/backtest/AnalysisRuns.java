package io.verigate.analysis.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps backtests and replays. Thread-safe.
public interface AnalysisRuns {
    /// A new one.
    void add(AnalysisRun run);

    /// Notes how far it is.
    ///
    /// @return whether it shall go on
    boolean progress(String id, long decisions, Instant reached, Instant now);

    /// Notes how it ended.
    ///
    /// @param state one that is over
    /// @param failure why it failed; empty unless it did
    /// @param result the report as JSON; null when it failed
    void end(
            String id,
            AnalysisRun.State state,
            String failure,
            @Nullable String result,
            Instant now);

    /// Asks it to end with what it has.
    void stop(String id);

    /// One by its id.
    Optional<AnalysisRun> find(String id);

    /// All, newest first, without their results.
    ///
    /// @param before only those whose id sorts before this; null for all
    List<AnalysisRun> search(@Nullable String before, int most);
}
