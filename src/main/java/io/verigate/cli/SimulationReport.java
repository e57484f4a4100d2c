package io.verigate.cli;

import io.verigate.analysis.simulation.PolicyCost.Total;
import io.verigate.analysis.simulation.SimulationPlan;
import io.verigate.analysis.simulation.SimulationRunner.Outcome;
import java.util.List;

/// The result of a simulation, or of two that are compared.
///
/// @param outcomes the baseline first, if there is one
record SimulationReport(SimulationPlan plan, String currency, List<Outcome> outcomes) {
    String text() {
        Outcome first = outcomes.getFirst();
        Outcome last = outcomes.getLast();
        StringBuilder text = new StringBuilder();
        text.append(
                "%d people, %s, seed %d; revision %s%s%n"
                        .formatted(
                                plan.people(),
                                TextReport.counted((int) plan.length().toDays(), "day"),
                                plan.seed(),
                                last.revision(),
                                outcomes.size() > 1 ? " against " + first.revision() : ""));
        for (boolean honest : List.of(true, false)) {
            List<Total> costs = costs(last, honest);
            if (!costs.isEmpty()) {
                String title = honest ? "honest people" : "attackers";
                text.append('\n')
                        .append(CostTable.of(title, currency, costs(first, honest), costs));
            }
        }
        return text.toString().stripTrailing();
    }

    private static List<Total> costs(Outcome outcome, boolean honest) {
        return outcome.costs().stream().filter(total -> total.honest() == honest).toList();
    }
}
