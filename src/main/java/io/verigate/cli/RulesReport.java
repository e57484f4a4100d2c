package io.verigate.cli;

import io.verigate.policy.Fault;
import io.verigate.regression.RuleSetCheck;
import java.util.List;

/// Tells what a check of rules found.
sealed interface RulesReport permits TextReport, JsonReport, SarifReport {
    /// There are errors; nothing could be run.
    ///
    /// @param faults at least one, sorted
    void faults(List<Fault> faults);

    /// Everything was looked at.
    void checked(RuleSetCheck.Result result);
}
