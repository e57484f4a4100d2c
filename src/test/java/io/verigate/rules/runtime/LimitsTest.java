package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.Facts;
import io.verigate.decision.KnownFact;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleCheck;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.compile.RuleCompiler;
import io.verigate.rules.runtime.RuleSet.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/// The fourth gate: an evaluation that takes too long, or in which too many rules fire, gives no decision.
final class LimitsTest {
    private static final RuleSetFiles FILES =
            new RuleSetFiles(
                    Map.of("rules/two.drl", rule("TW-001") + rule("TW-002")),
                    Map.of("policies/two.yaml", "policy: two\n"),
                    Map.of());

    @Test
    void anEvaluationThatIsLateNamesTheLastRule() {
        AtomicLong nanos = new AtomicLong();
        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(FILES);
                RuleSet late =
                        with(
                                () -> nanos.getAndAdd(Duration.ofMillis(30).toNanos()),
                                new Limits(10, Duration.ofMillis(50)))) {
            assertThat(ruleSet.evaluate(facts(ruleSet)).fired()).hasSize(2);
            assertThatThrownBy(() -> late.evaluate(facts(late)))
                    .isInstanceOf(RuleFailure.class)
                    .hasMessageMatching("rule TW-00[12] exceeded the limits of an evaluation");
        }
    }

    @Test
    void tooManyFiringsGiveNoDecision() {
        try (RuleSet ruleSet = with(() -> 0, new Limits(1, Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> ruleSet.evaluate(facts(ruleSet)))
                    .isInstanceOf(RuleFailure.class)
                    .hasMessageContaining("exceeded the limits");
        }
    }

    private static RuleSet with(LongSupplier nanoTime, Limits limits) {
        RuleSet loaded = new RuleSetLoader(() -> 0).load(FILES);
        RuleCheck check = new RuleCheck(loaded.policies());
        Map<String, RuleConditions> rules = check.check(FILES.rules());
        loaded.close();
        return new RuleSet(
                FILES.revision(),
                loaded.policies(),
                rules,
                RuleCompiler.compile(check, loaded.policies()),
                nanoTime,
                limits,
                took -> {});
    }

    private static Facts facts(RuleSet ruleSet) {
        return ruleSet.policies().schema().builder().set(KnownFact.NOW, Instant.EPOCH).build();
    }

    private static String rule(String id) {
        return """
        rule "Rule %1$s" @id("%1$s") @summary("s") @reason("r") @owner("o") @requirement("s") @since("2026-11-24")
        when Request( !asksForCode )
        then findings.advise("x");
        end
        """
                .formatted(id);
    }
}
