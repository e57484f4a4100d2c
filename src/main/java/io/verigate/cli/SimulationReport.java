package io.verigate.cli;

import io.verigate.analysis.simulation.PolicyCost.Total;
import io.verigate.analysis.simulation.SimulationPlan;
import io.verigate.analysis.simulation.SimulationRunner.Outcome;
import java.util.List;

/// What simulations came to: one, or two side by side.
///
/// @param outcomes the one that it is compared with first, if there is one
record SimulationReport(SimulationPlan plan, String currency, List<Outcome> outcomes) {
    String text() {
        StringBuilder text = new StringBuilder();
        Outcome last = outcomes.getLast();
        text.append(
                "%d people, %s, seed %d; revision %s%s%n"
                        .formatted(
                                plan.people(),
                                plan.length().toDays() == 1
                                        ? "1 day"
                                        : plan.length().toDays() + " days",
                                plan.seed(),
                                last.revision(),
                                outcomes.size() > 1
                                        ? " against " + outcomes.getFirst().revision()
                                        : ""));
        for (boolean honest : List.of(true, false)) {
            if (last.costs().stream().anyMatch(total -> total.honest() == honest)) {
                text.append('\n');
                text.append(
                        CostTable.of(
                                honest ? "honest people" : "attackers",
                                currency,
                                honest(outcomes.getFirst(), honest),
                                honest(last, honest)));
            }
        }
        return text.toString().stripTrailing();
    }

    private static List<Total> honest(Outcome outcome, boolean honest) {
        return outcome.costs().stream().filter(total -> total.honest() == honest).toList();
    }

    String json() {
        return JsonOutput.json(this);
    }
}
