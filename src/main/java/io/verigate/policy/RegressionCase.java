package io.verigate.policy;

import java.util.List;
import java.util.Map;

/// One regression case: facts and the expected decision.
///
/// @param file that contains it
/// @param line from 1
/// @param name unique in its file
/// @param facts given facts by name; derived facts are computed, all others are unknown
/// @param expected at least verdict and rules
public record RegressionCase(
        String file, int line, String name, Map<String, Object> facts, Expectation expected) {
    /// The ids of exactly the rules that fire.
    public List<String> rules() {
        return expected.rules();
    }

    @Override
    public String toString() {
        return name;
    }
}
