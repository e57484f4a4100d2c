package io.verigate.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number of points that signals add up to.
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
    /// @param from a count adds its points from here on; null unless the fact is a count
    /// @param below a duration adds its points below this; null unless the fact is a duration
    /// @param points what it adds
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
