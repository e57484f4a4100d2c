package io.verigate.analysis.simulation;

import io.verigate.decision.WireEnum;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.signal.NetworkTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Lets a plan happen under a rule set.
public final class SimulationRunner {
    private static final String VICTIM = "victim";

    private final SimulationPlan plan;
    private final NetworkTables networks;

    /// @param networks tables of countries and operators
    public SimulationRunner(SimulationPlan plan, NetworkTables networks) {
        this.plan = plan;
        this.networks = networks;
    }

    /// What came of it.
    ///
    /// @param revision of the rule set
    /// @param costs people first, then attackers
    /// @param interactions how many were decided
    public record Outcome(String revision, List<PolicyCost.Total> costs, long interactions) {
        public Outcome {
            costs = List.copyOf(costs);
        }
    }

    private record Turn(Instant at, int order, Actor actor) {}

    /// Runs it. The rule set stays open.
    public Outcome run(RuleSet ruleSet) {
        Map<String, PolicyCost> costs = new LinkedHashMap<>();
        ActiveRuleSet active = new ActiveRuleSet(ruleSet);
        Simulation world =
                new Simulation(ruleSet, active, networks, plan.start().minus(Duration.ofDays(7)));
        List<Actor> actors = actors(costs, world);
        PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::order));
        for (int order = 0; order < actors.size(); order++) {
            turns.add(new Turn(actors.get(order).begins(), order, actors.get(order)));
        }
        long acts = 0;
        for (Turn turn = turns.poll();
                turn != null && turn.at().isBefore(plan.end());
                turn = turns.poll()) {
            world.moveTo(turn.at());
            acts++;
            Turn done = turn;
            turn.actor()
                    .act(world)
                    .ifPresent(next -> turns.add(new Turn(next, done.order(), done.actor())));
        }
        return new Outcome(
                ruleSet.revision(), costs.values().stream().map(PolicyCost::total).toList(), acts);
    }

    private List<Actor> actors(Map<String, PolicyCost> costs, Simulation world) {
        List<Actor> actors = new ArrayList<>();
        for (BehaviorProfile habit : BehaviorProfile.values()) {
            cost(costs, habit, true);
        }
        for (int number = 0; number < plan.people(); number++) {
            SeededRandom dice = new SeededRandom(plan.seed(), "person " + number);
            BehaviorProfile habit = BehaviorProfile.of(dice.below(100));
            Person person = new Person(number, habit, dice, cost(costs, habit, true), plan.start());
            person.settle(world);
            actors.add(person);
        }
        Person victim =
                new Person(
                        plan.people(),
                        BehaviorProfile.SETTLED,
                        new SeededRandom(plan.seed(), VICTIM),
                        costs.computeIfAbsent(VICTIM, name -> new PolicyCost(name, true)),
                        plan.start());
        victim.settle(world);
        actors.add(victim);
        for (AttackKind attack : plan.attacks()) {
            SeededRandom dice = new SeededRandom(plan.seed(), attack.wireName());
            actors.add(
                    new Attacker(attack, dice, cost(costs, attack, false), plan.start(), victim));
        }
        return actors;
    }

    private static PolicyCost cost(Map<String, PolicyCost> costs, WireEnum kind, boolean honest) {
        return costs.computeIfAbsent(kind.wireName(), name -> new PolicyCost(name, honest));
    }
}
