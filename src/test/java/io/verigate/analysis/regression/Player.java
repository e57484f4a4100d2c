package io.verigate.analysis.regression;

import java.time.Instant;

/// Somebody who does one thing after the other.
interface Player {
    /// When the next thing is done.
    Instant next();

    /// Does it.
    void act(TimelineDriver stage);
}
