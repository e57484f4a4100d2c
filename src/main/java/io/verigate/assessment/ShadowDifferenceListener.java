package io.verigate.assessment;

import io.verigate.journal.ShadowDifference;

/// Hears of what would have been decided otherwise, after it is on disk, for metrics.
@FunctionalInterface
public interface ShadowDifferenceListener {
    /// Must not fail and must not block.
    void differs(ShadowDifference difference);
}
