package io.verigate.policy;

import java.time.Duration;
import java.util.List;

/// A duration that grows with a count.
///
/// @param name of the fact
/// @param by name of the count
/// @param from the count of the first step
/// @param steps at least one; the last one applies to all higher counts
public record LadderDefinition(String name, String by, long from, List<Duration> steps) {
    public LadderDefinition {
        steps = List.copyOf(steps);
    }

    /// The duration for a count.
    public Duration step(long count) {
        long place = Math.min(Math.max(count - from, 0), steps.size() - 1L);
        return steps.get((int) place);
    }
}
