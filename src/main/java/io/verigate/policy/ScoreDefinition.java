package io.verigate.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score: the sum of the points of its signals.
///
/// @param name of the fact
/// @param weights the signals and their points
public record ScoreDefinition(String name, List<Weight> weights) {
    public ScoreDefinition {
        weights = List.copyOf(weights);
    }

    /// One signal of a score.
    ///
    /// @param fact name of a flag, a count or a duration
    /// @param from threshold of a count, inclusive; null for other facts
    /// @param below threshold of a duration, exclusive; null for other facts
    /// @param points added when the signal holds
    public record Weight(String fact, @Nullable Long from, @Nullable Duration below, long points) {
        boolean holds(Object value) {
            return switch (value) {
                case Boolean flag -> flag;
                case Long count -> from != null && count >= from;
                case Duration time -> below != null && time.compareTo(below) < 0;
                default -> false;
            };
        }
    }
}
