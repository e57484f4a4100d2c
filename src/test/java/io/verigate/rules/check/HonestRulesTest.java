package io.verigate.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.ConditionEvaluator;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every gate of the fence lets honest rules through, and they do what is written.
final class HonestRulesTest {
    private static final int RECORDS = 2_000;

    @Test
    void everyShapePassesEveryGateAndDoesWhatIsWritten() throws IOException {
        RuleSetFiles files = corpus();
        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(files)) {
            assertThat(ruleSet.rules()).hasSizeGreaterThanOrEqualTo(40);
            Random random = new Random(20_261_124);
            Set<String> fired = new HashSet<>();
            for (int i = 0; i < RECORDS; i++) {
                Facts facts = facts(ruleSet, random);
                ConditionEvaluator reading = new ConditionEvaluator(facts, ruleSet.policies());
                List<String> expected =
                        ruleSet.conditions().values().stream()
                                .filter(reading::fires)
                                .map(rule -> rule.rule().id())
                                .sorted()
                                .toList();
                assertThat(ruleSet.evaluate(facts).fired()).as("%s", facts).isEqualTo(expected);
                fired.addAll(expected);
            }
            assertThat(fired).as("rules that fired").hasSizeGreaterThan(ruleSet.rules().size() - 6);
            System.out.println("honest shapes that pass every gate: " + ruleSet.rules().size());
        }
    }

    @Test
    void everyShippedRulePassesEveryGate() {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(shipped)) {
            assertThat(ruleSet.rules()).hasSizeGreaterThanOrEqualTo(43);
        }
    }

    private static RuleSetFiles corpus() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HonestRulesTest.class.getResourceAsStream("honest.yaml"))) {
            Map<?, ?> top =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            StringBuilder drl = new StringBuilder();
            int number = 0;
            for (Object one : (List<?>) top.get("rules")) {
                Map<?, ?> rule = (Map<?, ?>) one;
                number++;
                drl.append(
                        """
                        rule "Shape %1$d" @id("HO-%1$03d") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
                        when Request( %2$s
                          %3$s )
                        then
                          %4$s
                        end
                        """
                                .formatted(
                                        number,
                                        rule.get("when"),
                                        rule.containsKey("more") ? rule.get("more") : "",
                                        rule.containsKey("then")
                                                ? rule.get("then")
                                                : "findings.advise(\"x\");"));
            }
            return new RuleSetFiles(
                    Map.of("rules/honest.drl", drl.toString()),
                    Map.of("policies/honest.yaml", (String) top.get("policy")),
                    Map.of());
        }
    }

    private static Facts facts(RuleSet ruleSet, Random random) {
        FactSchema schema = ruleSet.policies().schema();
        FactsBuilder facts = schema.builder();
        for (int place = 0; place < schema.definitions().size(); place++) {
            facts.set(place, value(schema.definitions().get(place), random));
        }
        return facts.build();
    }

    private static Object value(FactDefinition fact, Random random) {
        return switch (fact.type()) {
            case FLAG -> random.nextBoolean();
            case COUNT ->
                    fact.name().equals("asn")
                            ? 64_500L + random.nextInt(3)
                            : (long) random.nextInt(12);
            case DURATION ->
                    random.nextInt(4) == 0
                            ? FactType.NEVER
                            : Duration.ofMinutes(random.nextInt(20));
            case TIME -> Instant.EPOCH.plusSeconds(random.nextInt(4));
            case TEXT ->
                    fact.words().isEmpty()
                            ? List.of("GB", "FR", "US", "", "}; // /* end rule", "back\\slash")
                                    .get(random.nextInt(6))
                            : fact.words().get(random.nextInt(fact.words().size()));
        };
    }
}
