package io.verigate.analysis.regression;

import java.time.Instant;
import java.util.Optional;

/// Where a timeline is played: in memory, or against a running service.
interface TimelineDriver {
    /// Sets the clock, which stands still until it is set again.
    void at(Instant time);

    /// Does what an act says.
    ///
    /// @return what came of it; empty when nothing was decided
    Optional<StepResult> perform(TimelineAction act);
}
