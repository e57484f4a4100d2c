package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.util.List;

/// Prints the result of checking rules.
sealed interface RulesReport permits TextReport, JsonReport, SarifReport {
    /// Prints errors that make the rules unusable.
    ///
    /// @param errors at least one, sorted
    void printErrors(List<Diagnostic> errors);

    /// Prints the result of a complete check.
    void print(RuleSetCheck.Result result);
}
