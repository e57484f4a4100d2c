package io.verigate.api.rulesets;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.rules.explain.Coverage;
import java.util.List;

/// Test coverage of a rule set by its own cases and timelines.
///
/// @param rules percentage of rules with both a firing and a near-miss case
/// @param constraints percentage of constraints that decide alone both ways
/// @param byRule sorted by rule id
@Schema(name = "RuleSetCoverage")
public record CoverageResponse(
        @Schema(example = "541d6b6ffd84beab") String revision,
        @Schema(example = "100.0") double rules,
        @Schema(example = "97.5") double constraints,
        List<OfRule> byRule) {
    /// A rule.
    ///
    /// @param fires number of fact records for which it fires
    /// @param nearMisses number for which one constraint prevents it from firing
    @Schema(name = "RuleCoverage")
    public record OfRule(
            @Schema(example = "HV-003") String rule,
            int fires,
            int nearMisses,
            List<OfConstraint> constraints) {}

    /// A constraint.
    ///
    /// @param whenTrue number of fact records for which it decides by being true
    /// @param whenFalse number for which it decides by being false
    @Schema(name = "ConstraintCoverage")
    public record OfConstraint(
            @Schema(example = "codesInARow > 0") String constraint,
            int line,
            int column,
            int whenTrue,
            int whenFalse) {}

    /// Maps a coverage report.
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
