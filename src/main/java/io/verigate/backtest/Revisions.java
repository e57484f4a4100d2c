package io.verigate.backtest;

import io.verigate.policy.RuleSetFiles;
import java.util.Optional;

/// Finds rule sets by their revision. Thread-safe.
@FunctionalInterface
public interface Revisions {
    /// The files of a revision; empty when they are not stored.
    Optional<RuleSetFiles> find(String revision);
}
