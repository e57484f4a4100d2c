package io.verigate.backtest;

import io.verigate.policy.RuleSetFiles;
import java.util.Optional;

/// What somebody wants gone through.
public sealed interface Order {
    /// What is gone through.
    Period period();

    /// A candidate is tried.
    record TryCandidate(RuleSetFiles candidate, Period period) implements Order {}

    /// Decisions are proven.
    ///
    /// @param only id of the one decision; empty for all
    record Prove(Period period, Optional<String> only) implements Order {}
}
