package io.verigate.policy;

import java.time.Duration;

/// Counters and gaps for the subjects of one interaction.
public interface CounterValues {
    /// The count, this interaction included.
    long count(CounterDefinition counter);

    /// Time since the last event before this interaction; `FactType.NEVER` without one.
    Duration since(GapDefinition gap);
}
