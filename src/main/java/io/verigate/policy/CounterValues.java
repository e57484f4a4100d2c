package io.verigate.policy;

import java.time.Duration;

/// What was counted for the subjects of one interaction.
public interface CounterValues {
    /// How many events the counter saw, this interaction included.
    long count(CounterDefinition counter);

    /// How long ago the event happened last before this interaction; `FactType.NEVER` when it did not.
    Duration since(GapDefinition gap);
}
