package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.util.List;

/// Tells what a check of rules found.
sealed interface RulesReport permits TextReport, JsonReport, SarifReport {
    /// There are errors; nothing could be run.
    ///
    /// @param faults at least one, sorted
    void faults(List<Diagnostic> faults);

    /// Everything was looked at.
    void checked(RuleSetCheck.Result result);
}
