package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.FactSchema;
import io.verigate.decision.Facts;
import io.verigate.decision.KnownFact;
import io.verigate.policy.RuleSetFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A thousand rules pass every gate too: Drools compiles so many to other classes than a few.
final class ManyRulesTest {
    private static final int MANY = 1_000;

    @Test
    void aThousandRulesAreLoadedAndDecide() {
        String rules =
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(ManyRulesTest::rule)
                        .collect(Collectors.joining());
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        RuleSetFiles files =
                new RuleSetFiles(Map.of("rules/many.drl", rules), shipped.policies(), Map.of());

        long start = System.nanoTime();
        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(files)) {
            System.out.printf(
                    "%d rules loaded in %d ms%n",
                    MANY, Duration.ofNanos(System.nanoTime() - start).toMillis());
            FactSchema schema = ruleSet.policies().schema();
            Facts facts =
                    schema.builder()
                            .set(KnownFact.NOW, Instant.EPOCH)
                            .set(KnownFact.ASKS_FOR_CODE, true)
                            .set(schema.index("requestsFromSource1h").orElseThrow(), 3L)
                            .build();

            assertThat(ruleSet.evaluate(facts).fired()).isEqualTo(List.of("MA-0001", "MA-0002"));
        }
    }

    private static String rule(int number) {
        return """
        rule "Rule %1$d" @id("MA-%1$04d") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
        when Request( asksForCode, requestsFromSource1h > %1$d, $wait : destinationWait )
        then findings.advise("wait-before-retry");
        end
        """
                .formatted(number);
    }
}
