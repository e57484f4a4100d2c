package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Suite;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.runtime.RuleSet;
import java.time.Duration;
import java.util.List;

/// A run of cases and timelines.
///
/// @param outcomes one for each case and timeline
/// @param coverage of the rules
/// @param took duration of the run, without reading and compiling
/// @param threshold required coverage in percent; 0 for none
record TestRun(
        RuleSet ruleSet,
        Suite suite,
        List<CaseOutcome> outcomes,
        Coverage coverage,
        Duration took,
        double threshold) {
    TestRun {
        outcomes = List.copyOf(outcomes);
    }

    List<CaseOutcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.holds()).toList();
    }

    /// Whether everything passed and the coverage of both rules and constraints reaches the threshold.
    boolean passed() {
        return failures().isEmpty() && covered();
    }

    boolean covered() {
        return Math.min(coverage.percentOfRules(), coverage.percentOfTests()) >= threshold;
    }
}
