package io.verigate.analysis.simulation;

import java.time.Instant;
import java.util.Optional;

/// Somebody who does one thing after the other.
interface Actor {
    /// When the first thing is done.
    Instant begins();

    /// Does the next thing now.
    ///
    /// @return when the one after is done; empty when there is none
    Optional<Instant> act(Simulation world);
}
