package io.verigate.assessment;

import io.verigate.ruleset.Difference;

/// Hears of what would have been decided otherwise, after it is on disk, for metrics.
@FunctionalInterface
public interface DifferenceListener {
    /// Must not fail and must not block.
    void differs(Difference difference);
}
