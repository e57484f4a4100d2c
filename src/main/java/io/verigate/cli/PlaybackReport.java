package io.verigate.cli;

import io.verigate.analysis.simulation.Playback.Outcome;
import java.util.List;
import java.util.TreeSet;

/// The result of playing back a recording under one rule set, or under two that are compared.
///
/// @param outcomes the baseline first, if there is one
record PlaybackReport(String currency, List<Outcome> outcomes) {
    String text() {
        Outcome first = outcomes.getFirst();
        Outcome last = outcomes.getLast();
        StringBuilder text = new StringBuilder();
        text.append(
                "%d recorded interactions; revision %s%s%n%n"
                        .formatted(
                                last.interactions(),
                                last.revision(),
                                outcomes.size() > 1 ? " against " + first.revision() : ""));
        text.append(CostTable.of("recorded", currency, first.costs(), last.costs()));
        text.append(
                "%ndifferent from recorded: %s%n"
                        .formatted(CostTable.change(first.changed(), last.changed())));
        TreeSet<String> changes = new TreeSet<>(first.turns().keySet());
        changes.addAll(last.turns().keySet());
        for (String change : changes) {
            text.append(
                    "  %-20s %s%n"
                            .formatted(
                                    change,
                                    CostTable.change(
                                            first.turns().getOrDefault(change, 0L),
                                            last.turns().getOrDefault(change, 0L))));
        }
        text.append('\n');
        last.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }
}
