package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.SubjectKind;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.lint.RuleReview;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is added in `policies/` can be used in a rule at once, with its type, the whole way through and without Java.
final class EditableTest {
    private static final List<String> PER = WireEnum.all(SubjectKind.class);

    private static final String POLICY =
            """
            policy: added
            values: { newLimit: 2, newPause: 10m, newSwitch: true, newRegion: GB }
            lists: { newRegions: [FR, GB], newNetworks: [0, 64500] }
            gaps: { newGap: { event: code-request, per: device } }
            ladders: { newLadder: { by: counterOf1, from: 1, steps: [1m, 2m, 4m] } }
            scores: { newScore: { asksForCode: 5, counterOf1: { from: 3, points: 2 }, newGap: { below: 1h, points: 1 } } }
            tables:
              newTable:
                keys: [phoneRegion, channel]
                columns: { newColumn: { words: [dear, cheap], otherwise: dear } }
                rows: [ { phoneRegion: [GB, FR], channel: sms, newColumn: cheap } ]
            counters:
              distinctOnes: { event: code-request, per: source, within: 1h, distinct: account }
            """;

    private static final String CASES =
            """
            timelines:
              - name: everything that was added is used
                steps:
                  - account: a-1
                    interaction: send-code
                    method: { channel: sms, address: "+447400123456" }
                    source: { ip: 198.51.100.7, device: d-1 }
                    times: 3
                    every: 1m
                    expect: [ { nth: 3, rules: %s } ]
            """;

    @Test
    void everyKindOfEntryIsUsedByARuleAtOnce() {
        String rules =
                counters()
                        + rule("VA-001", "counterOf1 > newLimit")
                        + rule("VA-002", "newSwitch, phoneRegion == newRegion")
                        + rule("LI-001", "phoneRegion memberOf newRegions")
                        + rule("LI-002", "asn memberOf newNetworks")
                        + rule("GA-001", "newGap < newPause")
                        + rule("TA-001", "newColumn == \"cheap\"")
                        + rule("SC-001", "newScore == 8")
                        + rule("DI-001", "distinctOnes == 1")
                        + rule("LA-001", "newLadder < newPause")
                        + rule("NO-001", "phoneRegion not memberOf newRegions");
        List<String> expected =
                PER.stream().map(per -> id(PER.indexOf(per))).collect(Collectors.toList());
        expected.addAll(
                List.of(
                        "VA-001", "VA-002", "LI-001", "LI-002", "GA-001", "TA-001", "SC-001",
                        "DI-001", "LA-001"));
        RuleSetFiles files = files(rules, CASES.formatted(expected));

        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(files)) {
            Suite suite = Suite.read(ruleSet.policies(), files.cases());
            List<CaseOutcome> outcomes = new SuiteRunner(ruleSet, () -> 0).run(suite);

            assertThat(outcomes).hasSize(1);
            assertThat(outcomes.getFirst().failures())
                    .flatExtracting(RecordedAttempt::differences)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    newLimit == "2"            | compares a count with a text
                    newPause > 5               | compares a duration with a count
                    newSwitch > newLimit       | compares a flag with a count
                    newRegion > "GB"           | has no order, so use only
                    counterOf1 == newPause     | compares a count with a duration
                    newGap > 3                 | compares a duration with a count
                    newLadder == 3             | compares a duration with a count
                    newScore                   | is a count, not a condition: compare it with
                    newColumn == "cheep"       | did you mean `cheap`?
                    newColumn == newLimit      | compares a text with a count
                    newSwitch memberOf newRegions | lists only hold texts and counts
                    phoneRegion memberOf newRegion | unknown list `newRegion`, did you mean `newRegions`?
                    newRegions == "GB"         | it is a list, so write `phoneRegion memberOf newRegions`
                    newPase > newGap           | unknown fact or value `newPase`, did you mean `newPause`?
                    """)
    void everyKindOfEntryHasItsType(String condition, String fault) {
        List<Diagnostic> faults = RuleReview.of(files(rule("TY-001", condition), ""));

        assertThat(faults.stream().filter(Diagnostic::isError).map(Diagnostic::message))
                .singleElement()
                .asString()
                .contains(fault);
    }

    private static String counters() {
        return PER.stream()
                .map(per -> rule(id(PER.indexOf(per)), "counterOf" + PER.indexOf(per) + " == 3"))
                .collect(Collectors.joining());
    }

    private static String id(int number) {
        return "CO-%03d".formatted(number);
    }

    private static String rule(String id, String condition) {
        return """
        rule "Rule %1$s" @id("%1$s") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
        when Request( asksForCode, %2$s )
        then findings.advise("x");
        end
        """
                .formatted(id, condition);
    }

    private static RuleSetFiles files(String rules, String cases) {
        String counters =
                PER.stream()
                        .map(per ->
                                "  counterOf%d: { event: code-request, per: %s, within: 1h }%n"
                                        .formatted(PER.indexOf(per), per))
                        .collect(Collectors.joining());
        return new RuleSetFiles(
                Map.of("rules/added.drl", rules),
                Map.of("policies/added.yaml", POLICY + counters),
                cases.isEmpty() ? Map.of() : Map.of("policies/added.cases.yaml", cases));
    }
}
