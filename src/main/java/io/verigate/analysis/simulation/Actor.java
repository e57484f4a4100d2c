package io.verigate.analysis.simulation;

import io.verigate.analysis.InMemoryService;
import java.time.Instant;
import java.util.Optional;

/// Somebody who does one thing after another.
interface Actor {
    /// When the first thing is done.
    Instant begins();

    /// Does the next thing now.
    ///
    /// @return when the one after it is done; empty when there is none
    Optional<Instant> act(InMemoryService service);
}
