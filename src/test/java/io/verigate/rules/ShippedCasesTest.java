package io.verigate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.ShippedRules;
import io.verigate.policy.CaseReader;
import io.verigate.policy.RegressionCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of every `policies/*.cases.yaml`, by its name.
final class ShippedCasesTest {
    private static List<RegressionCase> cases() {
        return new CaseReader(ShippedRules.ruleSet().policies().schema())
                .read(ShippedRules.files().cases());
    }

    static Stream<RegressionCase> shipped() {
        return cases().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void holds(RegressionCase shipped) {
        CaseRunner.Result result = new CaseRunner(ShippedRules.ruleSet()).run(shipped);

        assertThat(result.differences())
                .as(
                        "%s:%d %s, fired %s",
                        shipped.file(), shipped.line(), shipped.name(), result.fired())
                .isEmpty();
    }

    @Test
    void everyRuleFiresInACaseAndIsSilentInAnotherOfItsFile() {
        for (RuleDefinition rule : ShippedRules.ruleSet().rules()) {
            String stem = rule.file().replace("rules/", "").replace(".drl", "");
            List<RegressionCase> own =
                    cases().stream()
                            .filter(one -> one.file().equals("policies/" + stem + ".cases.yaml"))
                            .toList();
            Set<Boolean> fires =
                    own.stream()
                            .map(one -> one.rules().contains(rule.id()))
                            .collect(Collectors.toSet());
            assertThat(fires).as(rule.id()).containsExactlyInAnyOrder(true, false);
        }
    }
}
