package io.verigate.assessment;

import io.verigate.decision.Decision;
import io.verigate.journal.ShadowDifference;

/// Is notified of decisions after they are on disk, for metrics. Implementations must not fail and must not block.
public interface DecisionListener {
    /// Does nothing.
    DecisionListener NONE = decision -> {};

    /// A decision was recorded.
    void decided(Decision decision);

    /// A shadow rule or a candidate would have decided otherwise.
    default void differed(ShadowDifference difference) {}
}
