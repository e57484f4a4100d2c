package io.verigate.decision;

import java.util.List;

/// The result of evaluating a rule set on one set of facts.
///
/// @param ruleset revision of the rule set: a hash over rules and policies
/// @param fired ids of the rules that fired, sorted
/// @param findings in no particular order
public record Evaluation(String ruleset, List<String> fired, List<Finding> findings) {
    public Evaluation {
        fired = List.copyOf(fired);
        findings = List.copyOf(findings);
    }
}
