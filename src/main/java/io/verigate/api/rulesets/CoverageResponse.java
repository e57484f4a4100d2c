package io.verigate.api.rulesets;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.rules.explain.Coverage;
import java.util.List;

/// How much of a rule set its own cases and timelines try.
///
/// @param rules of a hundred rules, how many fire for one of them and are nearly missed by another
/// @param constraints of a hundred constraints, how many decide alone both ways
/// @param byRule in the order of their ids
@Schema(name = "RuleSetCoverage")
public record CoverageResponse(
        @Schema(example = "541d6b6ffd84beab") String revision,
        @Schema(example = "100.0") double rules,
        @Schema(example = "97.5") double constraints,
        List<OfRule> byRule) {
    /// One rule.
    ///
    /// @param fires for how many facts
    /// @param nearMisses for how many it would fire but for one constraint
    @Schema(name = "RuleCoverage")
    public record OfRule(
            @Schema(example = "HV-003") String rule,
            int fires,
            int nearMisses,
            List<OfConstraint> constraints) {}

    /// One constraint.
    ///
    /// @param whenTrue for how many facts it decides by being true
    /// @param whenFalse for how many by being false
    @Schema(name = "ConstraintCoverage")
    public record OfConstraint(
            @Schema(example = "codesInARow > 0") String constraint,
            int line,
            int column,
            int whenTrue,
            int whenFalse) {}

    /// As it is told.
    public static CoverageResponse of(String revision, Coverage coverage) {
        return new CoverageResponse(
                revision,
                coverage.percentOfRules(),
                coverage.percentOfTests(),
                coverage.rules().stream().map(CoverageResponse::of).toList());
    }

    private static OfRule of(Coverage.OfRule rule) {
        return new OfRule(
                rule.rule().id(),
                rule.fired(),
                rule.nearMisses(),
                rule.tests().stream().map(CoverageResponse::of).toList());
    }

    private static OfConstraint of(Coverage.OfTest test) {
        return new OfConstraint(
                test.test().written().text(),
                test.test().written().line(),
                test.test().written().column(),
                test.whenTrue(),
                test.whenFalse());
    }
}
