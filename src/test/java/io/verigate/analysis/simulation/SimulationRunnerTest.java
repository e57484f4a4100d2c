package io.verigate.analysis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.analysis.simulation.SimulationRunner.Outcome;
import io.verigate.assessment.ShippedRules;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Honest people and attackers meet the shipped rules, and changed ones.
final class SimulationRunnerTest {
    private static final SimulationPlan PLAN =
            new SimulationPlan(
                    7,
                    100,
                    SimulationPlan.MONDAY,
                    Duration.ofDays(1),
                    List.of(AttackKind.values()));

    @Test
    void theSameSeedGivesTheSame() {
        Outcome once = simulate(PLAN, ShippedRules.files());
        Outcome again = simulate(PLAN, ShippedRules.files());
        Outcome other =
                simulate(
                        new SimulationPlan(
                                8, 100, SimulationPlan.MONDAY, Duration.ofDays(1), PLAN.attacks()),
                        ShippedRules.files());

        assertThat(again).isEqualTo(once);
        assertThat(other.costs()).isNotEqualTo(once.costs());
    }

    @Test
    void honestPeopleGetTheirCodesAndAttackersMostlyNot() {
        Outcome outcome = simulate(PLAN, ShippedRules.files());

        PolicyCost.Total settled = of(outcome, BehaviorProfile.SETTLED.wireName());
        assertThat(settled.people()).isPositive();
        assertThat(settled.verified()).isEqualTo(settled.sent()).isPositive();
        assertThat(settled.givenUp()).isZero();
        PolicyCost.Total sequential = of(outcome, AttackKind.SEQUENTIAL_NUMBERS.wireName());
        assertThat(sequential.verified()).isZero();
        assertThat(sequential.blocks()).isPositive();
        assertThat(sequential.sent()).isLessThan(sequential.asked() / 4);
        assertThat(sequential.spentMicros()).isEqualTo(sequential.sent() * 150_000);
    }

    @Test
    void noAttackShutsItsVictimOut() {
        PolicyCost.Total attacked = of(simulate(PLAN, ShippedRules.files()), "victim");
        PolicyCost.Total left =
                of(
                        simulate(
                                new SimulationPlan(
                                        7,
                                        100,
                                        SimulationPlan.MONDAY,
                                        Duration.ofDays(1),
                                        List.of()),
                                ShippedRules.files()),
                        "victim");

        assertThat(left.refused()).isZero();
        assertThat(attacked.refused()).isZero();
    }

    @Test
    void aSteeperLadderCostsAttackersMessagesAndHonestPeopleTime() {
        Map<String, String> policies = new TreeMap<>(ShippedRules.files().policies());
        policies.computeIfPresent(
                "policies/wait-times.yaml",
                (name, text) ->
                        text.replace("steps: [30s, 60s, 2m, 5m, 10m]", "steps: [10m, 30m, 60m]"));
        RuleSetFiles steeper = new RuleSetFiles(ShippedRules.files().rules(), policies, Map.of());
        assertThat(steeper.revision()).isNotEqualTo(ShippedRules.files().revision());

        Outcome before = simulate(PLAN, ShippedRules.files());
        Outcome after = simulate(PLAN, steeper);

        String attack = AttackKind.SLOW_AND_LOW.wireName();
        String hasty = BehaviorProfile.IMPATIENT.wireName();
        assertThat(of(after, attack).sent()).isLessThan(of(before, attack).sent());
        assertThat(of(after, hasty).givenUp()).isGreaterThan(of(before, hasty).givenUp());
        assertThat(of(after, BehaviorProfile.SETTLED.wireName()))
                .isEqualTo(of(before, BehaviorProfile.SETTLED.wireName()));
    }

    private static PolicyCost.Total of(Outcome outcome, String kind) {
        return outcome.costs().stream()
                .filter(total -> total.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome simulate(SimulationPlan plan, RuleSetFiles files) {
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files, Limits.PATIENT);
                NetworkTables none = NetworkTables.open(List.of())) {
            return new SimulationRunner(plan, none).run(ruleSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
