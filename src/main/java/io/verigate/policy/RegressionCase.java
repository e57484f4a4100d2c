package io.verigate.policy;

import java.util.List;
import java.util.Map;

/// One decision that has to stay as it is.
///
/// @param file where it stands
/// @param line where it begins, from 1
/// @param name unique in its file
/// @param facts what is given, by name; everything else is not known, and derived facts are derived
/// @param expected what has to come out, the verdict and the rules at least
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
