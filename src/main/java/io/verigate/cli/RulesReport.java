package io.verigate.cli;

import io.verigate.policy.Fault;
import io.verigate.rules.RuleSet;
import java.util.List;

/// Tells what a check of rules found.
sealed interface RulesReport permits TextReport, JsonReport {
    /// There are faults; nothing could be run.
    ///
    /// @param faults at least one, sorted
    void faults(List<Fault> faults);

    /// There is no fault.
    ///
    /// @param cases how many were read
    void sound(RuleSet ruleSet, int cases);
}
