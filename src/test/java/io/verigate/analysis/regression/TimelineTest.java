package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.assessment.ShippedRules;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.Expectation;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timelines are read with every fault in its place, and run with a clock that jumps.
final class TimelineTest {
    private static final String FILE = "policies/mine.cases.yaml";
    private static final RuleSet RULES = ShippedRules.ruleSet();

    @Test
    void saysWhatDiffersWhenAndWhy() {
        CaseOutcome outcome =
                run(
                        """
                        sources: { home: { ip: 198.51.100.7 } }
                        methods: { phone: { channel: sms, address: "+447400123456" } }
                        timelines:
                          - name: too hopeful
                            steps:
                              - { interaction: send-code, account: a-1, method: phone, source: home, times: 2, every: 10s,
                                  expect: [ { nth: 1, rules: [WT-001] }, { nth: 2, verdict: allow } ] }
                              - { at: 25h, interaction: sign-in, account: a-1, source: home, expect: { verdict: allow } }
                        """);

        assertThat(outcome.holds()).isFalse();
        assertThat(outcome.failures())
                .extracting(RecordedAttempt::label)
                .containsExactly("step 1, 1 of 2, at 0s", "step 1, 2 of 2, at 10s");
        assertThat(Diagnosis.of(outcome.failures().getFirst(), RULES))
                .containsExactly(
                        "rules: expected WT-001, got none",
                        "WT-001 did not fire: `codesInARow > 0` does not hold: `codesInARow` is 0 (rules/wait-times.drl:11:53)");
        assertThat(Diagnosis.of(outcome.failures().getLast(), RULES))
                .first()
                .isEqualTo("verdict: expected allow, got wait");
    }

    @Test
    void whatDoesNotHoldIsAFaultAtItsStep() {
        String text =
                """
                timelines:
                  - name: a stranger is let in
                    steps:
                      - { event: account-flagged, account: a-1 }
                      - { after: 1h, interaction: sign-in, account: a-1, expect: { verdict: allow } }
                """;

        assertThat(held(text.replace("allow", "block"))).isEqualTo(1);
        assertThatThrownBy(() -> held(text))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .containsExactly(
                                                new Diagnostic(
                                                        FILE,
                                                        5,
                                                        0,
                                                        "the case `a stranger is let in` does not hold in step 2, at 1h:"
                                                                + " verdict: expected allow, got block")));
    }

    @Test
    void tellsNoMoreThanAnybodyReads() {
        String step =
                "      - { interaction: sign-in, account: a, times: 700, expect: { verdict: block } }\n";

        assertThatThrownBy(() -> held("timelines:\n  - name: a\n    steps:\n" + step.repeat(2)))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults -> assertThat(faults.all()).hasSize(501));
    }

    @Test
    void countsRepetitionsInTexts() {
        CaseOutcome outcome =
                run(
                        """
                        timelines:
                          - name: six accounts from one source
                            steps:
                              - { interaction: send-code, account: "a-{n}", source: { ip: 198.51.100.7 }, times: 6, every: 5m,
                                  method: { channel: sms, address: "+4474001234{nn}" }, expect: { nth: 6, rules: [HV-005] } }
                        """);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.attempts()).hasSize(6);
    }

    @Test
    void takesTheClockToTheTimeOfEachStep() {
        CaseOutcome outcome =
                run(
                        """
                        timelines:
                          - name: an hour
                            start: 2026-01-01T00:00:00Z
                            steps:
                              - { event: sign-in-failed, account: a-1, source: { ip: 198.51.100.7 } }
                              - { at: 1h, interaction: sign-in, account: a-1, source: { ip: 198.51.100.7 } }
                              - { after: 30m, interaction: sign-in, account: a-1, source: { ip: 198.51.100.7 } }
                        """);

        assertThat(outcome.attempts())
                .extracting(attempt -> attempt.facts().known().get("now"))
                .hasToString("[2026-01-01T00:00:00Z, 2026-01-01T01:00:00Z, 2026-01-01T01:30:00Z]");
        assertThat(outcome.attempts())
                .extracting(attempt -> attempt.facts().known().get("sinceFailedSignIn"))
                .hasToString("[null, PT1H, PT1H30M]");
    }

    @Test
    void aRuleThatFailsBreaksItsCaseOnly() {
        Map<String, String> rules = new HashMap<>(ShippedRules.files().rules());
        rules.computeIfPresent(
                "rules/wait-times.drl",
                (name, text) ->
                        text.replace(
                                        "findings.advise(\"check-junk\")",
                                        "findings.restart(\"method\", $l, $l)")
                                .replace(
                                        "symptom == \"in-junk\"",
                                        "symptom == \"in-junk\", $l : resendWait"));
        RuleSetFiles files = new RuleSetFiles(rules, ShippedRules.files().policies(), Map.of());
        String cases =
                """
                cases:
                  - { name: b, facts: { asksForCode: true }, expect: { verdict: allow, rules: [] } }
                """;

        // No file can say so late a time.
        RegressionCase late =
                new RegressionCase(
                        FILE,
                        1,
                        "a",
                        Map.of(
                                "asksForCode",
                                true,
                                "symptom",
                                "in-junk",
                                "methodBlockSince",
                                Instant.MAX),
                        new Expectation(Map.of()));

        try (RuleSet failing = new RuleSetLoader(() -> 0).load(files)) {
            List<RegressionCase> both = new ArrayList<>(List.of(late));
            both.addAll(Suite.read(failing.policies(), Map.of(FILE, cases)).cases());
            List<CaseOutcome> outcomes =
                    new SuiteRunner(failing, () -> 0).run(new Suite(both, List.of()));

            assertThat(outcomes).extracting(CaseOutcome::holds).containsExactly(false, true);
            assertThat(outcomes.getFirst().failures().getFirst().differences())
                    .containsExactly("rule WT-033 failed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    interaction: send-kode, account: a; `send-kode` is not allowed, did you mean `send-code`? Allowed: sign-up
                    interaction: send-code, account: a; `method` is required for a code
                    interaction: sign-in; `account` is required
                    interaction: sign-in, account: a, source: hame; unknown `hame`: not defined in `sources` of this file, did you mean `home`?
                    interaction: sign-in, account: a, acount: b; unknown field `acount`, did you mean `account`?
                    interaction: sign-in, account: a, code: right; `code` is only allowed for `check-code`
                    interaction: check-code, account: a, code: maybe; `code` must be `right` or `wrong`
                    interaction: report, account: a; `interaction` cannot be `report`: use `event`
                    event: terms-violation, account: a; `severity` is required for a violation of the terms
                    interaction: send-code, account: a, method: { channel: sms, address: '12' }; `method` requires an `address` that its channel can reach
                    interaction: sign-in, account: a, times: 1001; `times` must be between 1 and 1000
                    interaction: sign-in, account: a, at: 1h, after: 1h; a step can have `at` or `after`, not both
                    interaction: sign-in, account: a, times: 3, expect: { nth: 4 }; `nth` must be one repetition
                    interaction: sign-in, account: a, expect: { verdict: alow }; `alow` is not allowed, did you mean `allow`? Allowed: allow
                    interaction: sign-in, account: a, expect: { for: soon }; must be a duration such as `24h`
                    account: a, standing: bad; `bad` is not allowed. Allowed: good
                    interaction: sign-in, account: a, times: 1000, every: 999999999d; `every` must be at most `3650d`
                    interaction: sign-in, account: a, after: 3651d; `after` must be at most `3650d`
                    interaction: sign-in, account: a, expect: { for: 3651d }; must be at most `3650d`
                    interaction: sign-in, account: a, expect: { until: '+1000000000-12-31T23:59:59Z' }; must be a time in the years 1970 to 9999
                    log: { within: 999999999d }; `within` must be at most `3650d`
                    """)
    void tellsWhatIsWrongWithAStep(String step, String fault) {
        String text =
                """
                sources: { home: { ip: 198.51.100.7 } }
                timelines:
                  - name: wrong
                    steps:
                      - { %s }
                """
                        .formatted(step);

        assertThatThrownBy(() -> run(text))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .anySatisfy(one -> {
                                            assertThat(one.message()).contains(fault);
                                            assertThat(one.line()).isEqualTo(5);
                                        }));
    }

    @Test
    void staysInYearsThatCanBeKept() {
        String text =
                """
                cases:
                  - { name: a, facts: { now: "+1000000000-12-31T23:59:59Z", accountAge: 999999999d }, expect: { verdict: allow, rules: [] } }
                timelines:
                  - { name: b, start: "+1000000000-12-31T23:59:59Z", steps: [] }
                  - { name: c, start: "-1000000000-01-01T00:00:00Z", steps: [] }
                  - { name: d, steps: [ { interaction: sign-in, account: a, times: 1000, every: 3650d } ] }
                """;
        String longest =
                """
                timelines:
                  - { name: e, steps: [ { interaction: sign-in, account: a, times: 700, every: 3650d } ] }
                """;

        assertThatThrownBy(() -> run(text))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .extracting(one -> one.line() + " " + one.message())
                                        .containsExactly(
                                                "2 `now` must be a time in the years 1970 to 9999",
                                                "2 `accountAge` must be at most `3650d`",
                                                "4 `start` must be a time such as `2026-11-23T09:00:00Z`, in the years 1970 to 9999",
                                                "5 `start` must be a time such as `2026-11-23T09:00:00Z`, in the years 1970 to 9999",
                                                "6 the step in line 6 ends after the year 9999: let less time pass"));
        assertThat(run(longest).attempts()).hasSize(700);
    }

    @Test
    void aTimelineAndAllOfThemHaveAnEnd() {
        String step = "      - { interaction: sign-in, account: a, times: 1000, every: 1s }\n";
        String timeline = "  - name: n%d\n    steps:\n";
        StringBuilder all = new StringBuilder("timelines:\n");
        for (int i = 0; i < 10; i++) {
            all.append(timeline.formatted(i)).append(step.repeat(10));
        }

        assertThat(suite(all.toString()).timelines()).hasSize(10);
        assertThatThrownBy(() -> suite(all + timeline.formatted(10) + step.repeat(5)))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .extracting(Diagnostic::line)
                                        .containsExactly(124));
        assertThatThrownBy(() -> suite("timelines:\n" + timeline.formatted(0) + step.repeat(1_000)))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults -> {
                            assertThat(faults.all()).hasSize(1);
                            assertThat(faults.all().getFirst().line()).isEqualTo(14);
                            assertThat(faults.all().getFirst().message())
                                    .contains("more than 10000 acts");
                        });
    }

    @Test
    void asksAtEveryDecisionWhetherToGoOn() {
        String text =
                """
                cases:
                  - { name: a, facts: {}, expect: { verdict: allow, rules: [] } }
                timelines:
                  - { name: b, steps: [ { interaction: sign-in, account: a, times: 3 } ] }
                """;
        List<String> asked = new ArrayList<>();

        SuiteRunner.allHold(RULES, Map.of(FILE, text), (file, line) -> asked.add(file + line));

        assertThat(asked).containsExactly(FILE + 2, FILE + 4, FILE + 4, FILE + 4);
    }

    @Test
    void tellsOfCasesAndTimelinesInOneRun() {
        String text =
                """
                cases:
                  - { name: a, facts: { asksForKode: true }, expect: { verdict: allow, rules: [] } }
                timelines:
                  - name: b
                    steps:
                      - { at: 2h, interaction: sign-in, account: a }
                      - { at: 1h, interaction: sign-in, account: a }
                  - { name: b, steps: [] }
                """;

        assertThatThrownBy(() -> run(text))
                .isInstanceOfSatisfying(
                        InvalidRuleSetException.class,
                        faults ->
                                assertThat(faults.all())
                                        .extracting(Diagnostic::message)
                                        .satisfiesExactly(
                                                one -> assertThat(one).contains("`asksForKode`"),
                                                one ->
                                                        assertThat(one)
                                                                .contains(
                                                                        "line 7 is at 1h, before the end of the previous step at 2h"),
                                                one ->
                                                        assertThat(one)
                                                                .contains(
                                                                        "duplicate timeline name `b`")));
    }

    private static int held(String text) {
        return SuiteRunner.allHold(RULES, Map.of(FILE, text), (file, line) -> {});
    }

    private static Suite suite(String text) {
        return Suite.read(RULES.policies(), Map.of(FILE, text));
    }

    private static CaseOutcome run(String text) {
        List<CaseOutcome> outcomes = new SuiteRunner(RULES, () -> 0).run(suite(text));
        return outcomes.getLast();
    }
}
