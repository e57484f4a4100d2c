package io.verigate.analysis.regression;

import io.verigate.decision.Facts;
import java.time.Duration;
import java.util.List;

/// What a case or a timeline gave.
///
/// @param file where it stands
/// @param line where it begins
/// @param attempts the decisions that were made, in order
/// @param took how long it took
public record CaseOutcome(
        String file, int line, String name, List<RecordedAttempt> attempts, Duration took) {
    public CaseOutcome {
        attempts = List.copyOf(attempts);
    }

    /// Whether everything is as expected.
    public boolean holds() {
        return attempts.stream().noneMatch(RecordedAttempt::fails);
    }

    /// The facts of all decisions.
    public static List<Facts> facts(List<CaseOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.attempts().stream())
                .map(RecordedAttempt::facts)
                .toList();
    }

    /// The decisions that are not as expected.
    public List<RecordedAttempt> failures() {
        return attempts.stream().filter(RecordedAttempt::fails).toList();
    }
}
