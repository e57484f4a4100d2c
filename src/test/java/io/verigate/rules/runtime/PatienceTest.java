package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Facts;
import io.verigate.policy.CaseReader;
import io.verigate.policy.RegressionCase;
import io.verigate.rules.explain.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A busy machine lets a decision fail, and neither a case nor an explanation.
final class PatienceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void casesAndExplanationsOutlastABusyMachine() {
        AtomicLong time = new AtomicLong();
        // Whoever looks at this clock finds that a second went by.
        try (RuleSet busy =
                new RuleSetLoader(() -> time.getAndAdd(SECOND)).load(ShippedRules.files())) {
            List<RegressionCase> cases =
                    new CaseReader(busy.policies().schema()).read(ShippedRules.files().cases());
            Facts facts = new CaseRunner(busy).facts(cases.getFirst());

            assertThatThrownBy(() -> busy.evaluate(facts)).isInstanceOf(RuleFailure.class);
            assertThat(cases).allMatch(one -> new CaseRunner(busy).run(one).holds());
            assertThat(Explanation.of(busy, facts).spoken()).isNotEmpty();
        }
    }
}
