package io.verigate.analysis.regression;

import io.verigate.decision.Facts;
import io.verigate.policy.Expectation;
import java.util.List;

/// One decision that was made for a case.
///
/// @param line where the case or the step stands
/// @param label which step and repetition, and when; empty when the case is one decision
/// @param facts what was known
/// @param fired ids of the rules that fired, sorted
/// @param expected what should have come out
/// @param differences what is not as expected, in words; empty when everything is
public record RecordedAttempt(
        int line,
        String label,
        Facts facts,
        List<String> fired,
        List<Expectation> expected,
        List<String> differences) {
    public RecordedAttempt {
        fired = List.copyOf(fired);
        expected = List.copyOf(expected);
        differences = List.copyOf(differences);
    }

    /// Whether it is not as expected.
    boolean fails() {
        return !differences.isEmpty();
    }
}
