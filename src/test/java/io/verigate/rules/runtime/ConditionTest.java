package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.assessment.ShippedRules;
import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;
import io.verigate.policy.CaseReader;
import io.verigate.policy.PolicyValue;
import io.verigate.policy.RegressionCase;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.explain.ConditionEvaluator;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.ConditionReader;
import io.verigate.rules.syntax.SourceToken;
import io.verigate.rules.syntax.SyntaxError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions are read, and answered as Drools answers them.
final class ConditionTest {
    private static final int GENERATED = 10_000;

    private static final RuleSet RULES = ShippedRules.ruleSet();

    @Test
    void agreesWithDroolsOverEveryShippedCase() {
        CaseRunner runner = new CaseRunner(RULES);
        List<RegressionCase> cases =
                new CaseReader(RULES.policies().schema()).read(ShippedRules.files().cases());

        assertThat(cases).isNotEmpty();
        for (RegressionCase one : cases) {
            Facts facts = runner.facts(one);
            assertThat(firing(facts)).as(one.name()).isEqualTo(RULES.evaluate(facts).fired());
        }
    }

    @Test
    void agreesWithDroolsOverGeneratedFacts() {
        Map<String, List<Object>> worthTrying = worthTrying();
        Random random = new Random(20_261_123);
        Set<String> everFired = new TreeSet<>();

        for (int i = 0; i < GENERATED; i++) {
            Facts facts = generated(worthTrying, random);
            List<String> fired = RULES.evaluate(facts).fired();
            assertThat(firing(facts)).as("record %d: %s", i, facts).isEqualTo(fired);
            everFired.addAll(fired);
        }

        assertThat(everFired)
                .as("the generated facts reach every rule")
                .containsExactlyElementsOf(RULES.conditions().keySet());
    }

    private static List<String> firing(Facts facts) {
        ConditionEvaluator reading = new ConditionEvaluator(facts, RULES.policies());
        return RULES.conditions().values().stream()
                .filter(reading::fires)
                .map(rule -> rule.rule().id())
                .sorted()
                .toList();
    }

    /// Where something changes: the words and the numbers that facts are compared with, and what is just beside them.
    private static Map<String, List<Object>> worthTrying() {
        Map<String, List<Object>> worth = new HashMap<>();
        for (FactDefinition fact : RULES.policies().schema().definitions()) {
            worth.put(
                    fact.name(),
                    new ArrayList<>(
                            switch (fact.type()) {
                                case FLAG -> List.of(true, false);
                                case COUNT -> List.of(0L, 1L, 1_000L);
                                case DURATION ->
                                        List.of(Duration.ZERO, Duration.ofDays(1), FactType.NEVER);
                                case TIME -> List.of(Instant.EPOCH, CaseRunner.NOW);
                                case TEXT -> List.of("");
                            }));
            worth.get(fact.name()).addAll(fact.words());
        }
        RULES.conditions()
                .values()
                .forEach(rule -> rule.tests().forEach(test -> compared(test, worth)));
        return worth;
    }

    private static void compared(Condition test, Map<String, List<Object>> worth) {
        if (test
                instanceof
                Condition.Comparison(
                        SourceToken written,
                        Condition.Name left,
                        Condition.Operator operator,
                        Condition right)) {
            List<Object> tried = worth.get(left.name());
            PolicyValue value =
                    right instanceof Condition.Name name
                            ? RULES.policies().values().get(name.name())
                            : null;
            Object edge =
                    right instanceof Condition.Constant constant
                            ? constant.value()
                            : value == null ? "" : value.value();
            switch (edge) {
                case Long count -> tried.addAll(List.of(count, count + 1, Math.max(0, count - 1)));
                case Duration length -> tried.addAll(List.of(length, length.plusMillis(1)));
                case String text -> {
                    if (!text.isEmpty()) {
                        tried.add(text);
                    }
                }
                default -> {}
            }
        }
    }

    private static Facts generated(Map<String, List<Object>> worth, Random random) {
        FactSchema schema = RULES.policies().schema();
        FactsBuilder facts = schema.builder();
        for (int place = 0; place < schema.definitions().size(); place++) {
            List<Object> values = worth.get(schema.definitions().get(place).name());
            facts.set(place, values.get(random.nextInt(values.size())));
        }
        return facts.set(KnownFact.NOW, CaseRunner.NOW).build();
    }

    @Test
    void knowsWhereEachConditionStands() {
        RuleConditions rule = RULES.conditions().get("HV-006");
        List<String> lines = ShippedRules.files().rules().get(rule.rule().file()).lines().toList();

        assertThat(rule.tests()).hasSize(6);
        for (Condition test : rule.tests()) {
            SourceToken written = test.written();
            assertThat(lines.get(written.line() - 1).substring(written.column() - 1))
                    .startsWith(written.text());
        }
        assertThat(RULES.conditions().get("HV-001").bindings())
                .containsEntry("$wait", "destinationWait");
    }

    @Test
    void countsLinesAndColumnsInsideALongCondition() throws SyntaxError {
        Condition read =
                ConditionReader.read(
                        new SourceToken("asksForCode ||\n   ( newDevice && !x )", 7, 5));

        assertThat(read.tests())
                .extracting(Condition::written)
                .containsExactly(
                        new SourceToken("asksForCode", 7, 5),
                        new SourceToken("newDevice", 8, 6),
                        new SourceToken("!x", 8, 19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a ==", "a.b()", "new A()", "a ? b : c", "a * 2 > 1", "a & b", "0x10 > a"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> ConditionReader.read(new SourceToken(text, 3, 9)))
                .isInstanceOf(SyntaxError.class)
                .hasMessageContaining("`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    codesInARow > 0; `codesInARow > 0` does not hold: `codesInARow` is 0
                    requestsFromSource1h > sourceBlockLimit; `requestsFromSource1h > sourceBlockLimit` does not hold: `requestsFromSource1h` is 3, `sourceBlockLimit` is 20
                    !newDevice; `!newDevice` does not hold: `newDevice` is true
                    symptom == 'x'; `symptom == 'x'` does not hold: `symptom` is not given
                    newCountry || channel == 'x'; `newCountry || channel == 'x'` does not hold: `newCountry` is false, `channel` is `sms`
                    newDevice && newCountry; `newDevice && newCountry` does not hold: `newCountry` is false
                    !( newCountry || newDevice ); `!( newCountry || newDevice )` does not hold: `newDevice` is true
                    sinceLastCode < resendWait; `sinceLastCode < resendWait` does not hold: `sinceLastCode` is never, `resendWait` is 30s
                    """)
    void saysWhatIsMissing(String condition, String words) throws SyntaxError {
        FactSchema schema = RULES.policies().schema();
        Facts facts =
                schema.builder()
                        .set(KnownFact.NEW_DEVICE, true)
                        .set(KnownFact.CHANNEL, "sms")
                        .set(schema.index("requestsFromSource1h").orElseThrow(), 3L)
                        .set(schema.index("resendWait").orElseThrow(), Duration.ofSeconds(30))
                        .build();
        ConditionEvaluator reading = new ConditionEvaluator(facts, RULES.policies());
        String java = condition.replace('\'', '"');

        assertThat(reading.missing(ConditionReader.read(new SourceToken(java, 1, 1))))
                .isEqualTo(words.replace('\'', '"'));
    }
}
