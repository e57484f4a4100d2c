package io.verigate.regression;

import io.verigate.decision.Facts;
import java.time.Duration;
import java.util.List;

/// What a case or a timeline gave.
///
/// @param file where it stands
/// @param line where it begins
/// @param attempts the decisions that were made, in order
/// @param took how long it took
public record Outcome(String file, int line, String name, List<Attempt> attempts, Duration took) {
    public Outcome {
        attempts = List.copyOf(attempts);
    }

    /// Whether everything is as expected.
    public boolean holds() {
        return attempts.stream().noneMatch(Attempt::fails);
    }

    /// The facts of all decisions.
    public static List<Facts> facts(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.attempts().stream())
                .map(Attempt::facts)
                .toList();
    }

    /// The decisions that are not as expected.
    public List<Attempt> failures() {
        return attempts.stream().filter(Attempt::fails).toList();
    }
}
