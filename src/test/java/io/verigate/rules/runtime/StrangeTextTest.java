package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.rules.check.RuleCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Files that are no rules at all, or end their lines in a strange way.
final class StrangeTextTest {
    private static final Policies POLICIES = Policies.read(Map.of());
    private static final String RULE =
            """
            // What it does
            rule "r" @id("ST-001") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
            when Request( asksForCode )
            then findings.refuse();
            end
            """;

    @Test
    void manyStraySignsAreOneFault() {
        List<Diagnostic> faults = faults(Map.of("rules/a.drl", "#".repeat(950_000)));

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().message())
                .hasSizeLessThan(100)
                .endsWith("not allowed in a rule");
    }

    @Test
    void aFileTellsAHundredFaultsAndHowManyMoreThereAre() {
        List<Diagnostic> faults = faults(Map.of("rules/a.drl", "# \" \n".repeat(1_000)));

        assertThat(faults).hasSize(101);
        assertThat(faults.getLast().line()).isEqualTo(51);
        assertThat(faults.getLast().message())
                .isEqualTo("and 1900 more from here on: fix the others first, then check again");
    }

    @Test
    void policiesTellNoMoreThanRules() {
        InvalidRuleSetException faults =
                catchThrowableOfType(
                        InvalidRuleSetException.class,
                        () -> Policies.read(Map.of("policies/a.yaml", pairs(20_000))));

        assertThat(faults.all()).hasSize(101);
        assertThat(faults.all().getLast().message()).startsWith("and 19900 more");
    }

    @Test
    void aPolicyOfOneLongLineIsRefusedBeforeItIsRead() {
        InvalidRuleSetException faults =
                catchThrowableOfType(
                        InvalidRuleSetException.class,
                        () ->
                                Policies.read(
                                        Map.of(
                                                "policies/a.yaml",
                                                "policy: a\n# " + "-".repeat(10_000))));

        assertThat(faults.all())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.message())
                            .isEqualTo("line longer than 10,000 characters: split it");
                });
        Policies.read(Map.of("policies/a.yaml", "policy: a\n#" + "-".repeat(9_999)));
    }

    @Test
    void aSetOfManyFilesTellsFiveHundredFaultsAndALogAHundred() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 10; i < 20; i++) {
            files.put("rules/a" + i + ".drl", "# + ".repeat(101));
        }

        InvalidRuleSetException faults =
                catchThrowableOfType(
                        InvalidRuleSetException.class, () -> new RuleCheck(POLICIES).check(files));

        assertThat(faults.all()).hasSize(501);
        assertThat(faults.getMessage().lines()).hasSize(102);
    }

    @Test
    void linesMayEndAsOnOldMacs() {
        RuleCheck check = new RuleCheck(POLICIES);

        check.read(Map.of("rules/a.drl", RULE.replace('\n', '\r')));

        assertThat(check.faults()).isEmpty();
        assertThat(check.rules()).hasSize(1);
        assertThat(check.rules().getFirst().definition().line()).isEqualTo(2);
        assertThat(faults(Map.of("rules/a.drl", RULE.replace("\n", "\r\n").replace("end", "#"))))
                .first()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(5));
    }

    private static String pairs(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append('k').append(i).append(": 1\n");
        }
        return text.toString();
    }

    private static List<Diagnostic> faults(Map<String, String> files) {
        RuleCheck check = new RuleCheck(POLICIES);
        check.read(files);
        return check.faults();
    }
}
