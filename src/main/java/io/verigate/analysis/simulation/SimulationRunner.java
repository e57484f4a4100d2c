package io.verigate.analysis.simulation;

import io.verigate.analysis.InMemoryService;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Prices;
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
import java.util.Set;

/// Runs a plan under a rule set, on the service in memory.
public final class SimulationRunner {
    private static final String VICTIM = "victim";

    /// People enrol one after another in the second week before the start, so that this looks like no attack.
    private static final Duration ENROLMENT = Duration.ofDays(7);

    private final SimulationPlan plan;
    private final NetworkTables networks;

    /// @param networks tables of countries and carriers
    public SimulationRunner(SimulationPlan plan, NetworkTables networks) {
        this.plan = plan;
        this.networks = networks;
    }

    /// The result of a simulation.
    ///
    /// @param revision of the rule set
    /// @param costs people first, then attackers
    /// @param interactions how many steps people and attackers took
    public record Outcome(String revision, List<PolicyCost.Total> costs, long interactions) {
        public Outcome {
            costs = List.copyOf(costs);
        }
    }

    private record Turn(Instant at, int order, Actor actor) {}

    /// Runs it. The rule set stays open.
    public Outcome run(RuleSet ruleSet) {
        // Nobody reads the log of a simulation.
        return run(ruleSet, new InMemoryLedger(Set.of(JournalEntry.RECORDS)));
    }

    /// @param ledger empty; the caller may read it
    Outcome run(RuleSet ruleSet, InMemoryLedger ledger) {
        InMemoryService service =
                new InMemoryService(
                        ledger,
                        new ActiveRuleSet(ruleSet),
                        InMemoryService.context(networks),
                        plan.start());
        Costs costs = new Costs(new Prices(ruleSet.policies()));
        List<Actor> actors = actors(costs, service);
        PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::order));
        for (int order = 0; order < actors.size(); order++) {
            turns.add(new Turn(actors.get(order).begins(), order, actors.get(order)));
        }
        long steps = 0;
        for (Turn turn = turns.poll();
                turn != null && turn.at().isBefore(plan.end());
                turn = turns.poll()) {
            service.moveTo(turn.at());
            steps++;
            Turn done = turn;
            turn.actor()
                    .act(service)
                    .ifPresent(next -> turns.add(new Turn(next, done.order(), done.actor())));
        }
        return new Outcome(ruleSet.revision(), costs.totals(), steps);
    }

    private List<Actor> actors(Costs costs, InMemoryService service) {
        List<Actor> actors = new ArrayList<>();
        for (BehaviorProfile profile : BehaviorProfile.values()) {
            costs.of(profile.wireName(), true);
        }
        for (int number = 0; number < plan.people(); number++) {
            SeededRandom random = new SeededRandom(plan.seed(), "person " + number);
            BehaviorProfile profile = BehaviorProfile.of(random.below(100));
            PolicyCost cost = costs.of(profile.wireName(), true);
            actors.add(
                    settled(
                            new Person(number, profile, random, cost, plan.start()),
                            actors,
                            service));
        }
        Person victim =
                new Person(
                        plan.people(),
                        BehaviorProfile.SETTLED,
                        new SeededRandom(plan.seed(), VICTIM),
                        costs.of(VICTIM, true),
                        plan.start());
        actors.add(settled(victim, actors, service));
        for (AttackKind attack : plan.attacks()) {
            SeededRandom random = new SeededRandom(plan.seed(), attack.wireName());
            PolicyCost cost = costs.of(attack.wireName(), false);
            actors.add(new Attacker(attack, random, cost, plan.start(), victim));
        }
        return actors;
    }

    private Person settled(Person person, List<Actor> before, InMemoryService service) {
        Duration at = ENROLMENT.multipliedBy(before.size()).dividedBy(plan.people() + 1L);
        service.moveTo(plan.start().minus(ENROLMENT.multipliedBy(2)).plus(at));
        person.settle(service);
        return person;
    }

    /// The costs of each kind, in the order in which they are first named.
    private record Costs(Prices prices, Map<String, PolicyCost> all) {
        Costs(Prices prices) {
            this(prices, new LinkedHashMap<>());
        }

        PolicyCost of(String kind, boolean honest) {
            return all.computeIfAbsent(kind, name -> new PolicyCost(name, honest, prices));
        }

        List<PolicyCost.Total> totals() {
            return all.values().stream().map(PolicyCost::total).toList();
        }
    }
}
