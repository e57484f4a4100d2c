package io.verigate.analysis.regression;

import io.verigate.policy.Expectation;

/// What has to come out of some repetitions of a step.
///
/// @param from the first of them, from 1
/// @param to the last of them
public record ExpectedOutcome(int from, int to, Expectation expectation) {
    /// Whether it is about this repetition.
    boolean covers(int repetition) {
        return from <= repetition && repetition <= to;
    }
}
