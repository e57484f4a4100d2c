package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.Period;
import io.verigate.policy.RuleSetFiles;
import java.util.Optional;

/// What somebody wants gone through.
public sealed interface BacktestRequest {
    /// What is gone through.
    Period period();

    /// A candidate is tried.
    record TryCandidate(RuleSetFiles candidate, Period period) implements BacktestRequest {}

    /// Decisions are proven.
    ///
    /// @param only id of the one decision; empty for all
    record Prove(Period period, Optional<String> only) implements BacktestRequest {}
}
