package io.verigate.analysis.regression;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens one after the other, and what has to come out of it.
///
/// @param file where it stands
/// @param line where it begins, from 1
/// @param name unique in its file
/// @param start when its clock begins
public record Timeline(String file, int line, String name, Instant start, List<Step> steps) {
    public Timeline {
        steps = List.copyOf(steps);
    }

    /// One step; done once or again and again.
    ///
    /// @param line where it stands, from 1
    /// @param at how long after the start; null when it follows the step before it
    /// @param after how long after the step before it
    /// @param every how long from one repetition to the next
    /// @param acts what is done, one for each repetition
    /// @param expected what has to come out
    public record Step(
            int line,
            @Nullable Duration at,
            Duration after,
            Duration every,
            List<TimelineAction> acts,
            List<ExpectedOutcome> expected) {
        public Step {
            acts = List.copyOf(acts);
            expected = List.copyOf(expected);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
