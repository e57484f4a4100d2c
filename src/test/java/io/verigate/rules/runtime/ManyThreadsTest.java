package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.policy.RuleSetFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// One rule set is asked by many threads at once, and each hears what was said of its own facts.
final class ManyThreadsTest {
    private static final int THREADS = 8;
    private static final int REQUESTS = 20_000;

    private static final RuleSetFiles FILES =
            new RuleSetFiles(
                    Map.of(
                            "rules/wait.drl",
                            """
                            rule "Wait for the age" @id("WA-001") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-29")
                            when Request( !asksForCode, $wait : accountAge )
                            then findings.wait($wait);
                            end
                            """),
                    Map.of("policies/wait.yaml", "policy: wait\n"),
                    Map.of());

    @Test
    void findingsAreThoseOfTheOwnRequest() throws InterruptedException {
        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(FILES);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> askers = new ArrayList<>();
            for (int thread = 1; thread <= THREADS; thread++) {
                Duration own = Duration.ofSeconds(thread);
                askers.add(() -> strange(ruleSet, own));
            }
            assertThat(threads.invokeAll(askers))
                    .extracting(Future::resultNow)
                    .as("findings about somebody else's facts")
                    .containsOnly(0);
        }
    }

    /// How many findings are about other facts.
    private static int strange(RuleSet ruleSet, Duration own) {
        Facts facts =
                ruleSet.policies()
                        .schema()
                        .builder()
                        .set(KnownFact.NOW, Instant.EPOCH)
                        .set(KnownFact.ACCOUNT_AGE, own)
                        .build();
        int strange = 0;
        for (int i = 0; i < REQUESTS; i++) {
            List<Finding> findings = ruleSet.evaluate(facts).findings();
            boolean mine =
                    findings.size() == 1
                            && Instant.EPOCH.plus(own).equals(findings.getFirst().until());
            strange += mine ? 0 : 1;
        }
        return strange;
    }
}
