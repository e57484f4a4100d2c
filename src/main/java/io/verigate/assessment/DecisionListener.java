package io.verigate.assessment;

import io.verigate.decision.Decision;

/// Hears of decisions after they are on disk, for metrics.
@FunctionalInterface
public interface DecisionListener {
    /// Must not fail and must not block.
    void decided(Decision decision);
}
