package io.verigate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.ShippedRules;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSet.Limits;
import io.verigate.rules.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import io.verigate.simulation.Simulation.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Honest people and attackers meet the shipped rules, and changed ones.
final class SimulationTest {
    private static final Plan PLAN =
            new Plan(7, 100, Plan.MONDAY, Duration.ofDays(1), List.of(Attack.values()));

    @Test
    void theSameSeedGivesTheSame() {
        Outcome once = simulate(PLAN, ShippedRules.files());
        Outcome again = simulate(PLAN, ShippedRules.files());
        Outcome other =
                simulate(
                        new Plan(8, 100, Plan.MONDAY, Duration.ofDays(1), PLAN.attacks()),
                        ShippedRules.files());

        assertThat(again).isEqualTo(once);
        assertThat(other.costs()).isNotEqualTo(once.costs());
    }

    @Test
    void honestPeopleGetTheirCodesAndAttackersMostlyNot() {
        Outcome outcome = simulate(PLAN, ShippedRules.files());

        Cost.Total settled = of(outcome, Habit.SETTLED.word());
        assertThat(settled.people()).isPositive();
        assertThat(settled.verified()).isEqualTo(settled.sent()).isPositive();
        assertThat(settled.givenUp()).isZero();
        Cost.Total sequential = of(outcome, Attack.SEQUENTIAL_NUMBERS.word());
        assertThat(sequential.verified()).isZero();
        assertThat(sequential.blocks()).isPositive();
        assertThat(sequential.sent()).isLessThan(sequential.asked() / 4);
        assertThat(sequential.spentMicros()).isEqualTo(sequential.sent() * 150_000);
    }

    @Test
    void noAttackShutsItsVictimOut() {
        Cost.Total attacked = of(simulate(PLAN, ShippedRules.files()), "victim");
        Cost.Total left =
                of(
                        simulate(
                                new Plan(7, 100, Plan.MONDAY, Duration.ofDays(1), List.of()),
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

        String attack = Attack.SLOW_AND_LOW.word();
        String hasty = Habit.IMPATIENT.word();
        assertThat(of(after, attack).sent()).isLessThan(of(before, attack).sent());
        assertThat(of(after, hasty).givenUp()).isGreaterThan(of(before, hasty).givenUp());
        assertThat(of(after, Habit.SETTLED.word())).isEqualTo(of(before, Habit.SETTLED.word()));
    }

    private static Cost.Total of(Outcome outcome, String kind) {
        return outcome.costs().stream()
                .filter(total -> total.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome simulate(Plan plan, RuleSetFiles files) {
        try (RuleSet ruleSet = new RuleSetLoader(System::nanoTime).load(files, Limits.PATIENT);
                NetworkTables none = NetworkTables.open(List.of())) {
            return new Simulation(plan, none).run(ruleSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
