package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Suite;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.runtime.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// What a run of the cases gave.
///
/// @param suite what was run
/// @param outcomes one for each case and timeline
/// @param coverage how much of the rules they try
/// @param took how long the run took, without reading and compiling
record TestRun(
        RuleSet ruleSet,
        Suite suite,
        List<CaseOutcome> outcomes,
        Coverage coverage,
        Duration took) {
    TestRun {
        outcomes = List.copyOf(outcomes);
    }

    List<CaseOutcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.holds()).toList();
    }

    /// Whether everything holds, and rules and constraints are tried as far as is asked for.
    boolean good(OptionalDouble threshold) {
        return failures().isEmpty()
                && (threshold.isEmpty() || reached() >= threshold.getAsDouble());
    }

    /// The smaller of the percentages of rules and of constraints.
    double reached() {
        return Math.min(coverage.percentOfRules(), coverage.percentOfTests());
    }
}
