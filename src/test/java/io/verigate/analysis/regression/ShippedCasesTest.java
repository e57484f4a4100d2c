package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.ShippedRules;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.runtime.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case and timeline of every `policies/*.cases.yaml`, by its name, and what they try of the rules.
final class ShippedCasesTest {
    private static final RuleSet RULES = ShippedRules.ruleSet();

    private static final Suite SUITE = Suite.read(RULES.policies(), ShippedRules.files().cases());
    private static final List<CaseOutcome> OUTCOMES = new SuiteRunner(RULES, () -> 0).run(SUITE);

    static Stream<Named<CaseOutcome>> shipped() {
        return OUTCOMES.stream().map(outcome -> Named.of(outcome.name(), outcome));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void holds(CaseOutcome outcome) {
        assertThat(outcome.failures())
                .as(
                        "%s:%d %s",
                        outcome.file(),
                        outcome.line(),
                        outcome.failures().stream()
                                .map(attempt ->
                                        attempt.label()
                                                + "\n"
                                                + String.join("\n", Diagnosis.of(attempt, RULES)))
                                .toList())
                .isEmpty();
    }

    @Test
    void everyRuleFiresAndIsNearlyMissed() {
        assertThat(coverage().rules())
                .allSatisfy(rule -> {
                    assertThat(rule.fired()).as("%s fires", rule.rule().id()).isPositive();
                    assertThat(rule.nearMisses())
                            .as("%s stays silent in a near miss", rule.rule().id())
                            .isPositive();
                });
    }

    @Test
    void everyConstraintDecidesBothWays() {
        assertThat(coverage().rules())
                .allSatisfy(rule ->
                        assertThat(rule.tests())
                                .as(rule.rule().id())
                                .allMatch(Coverage.OfTest::tried));
    }

    private static Coverage coverage() {
        return Coverage.of(RULES, CaseOutcome.facts(OUTCOMES));
    }
}
