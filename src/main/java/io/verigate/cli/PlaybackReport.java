package io.verigate.cli;

import io.verigate.analysis.simulation.Playback.Outcome;
import java.util.List;
import java.util.TreeSet;

/// What came of a recording: under one rule set, or under two side by side.
///
/// @param outcomes the one that it is compared with first, if there is one
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
                "%notherwise than recorded: %s%n".formatted(cell(first.changed(), last.changed())));
        TreeSet<String> turns = new TreeSet<>(first.turns().keySet());
        turns.addAll(last.turns().keySet());
        for (String turn : turns) {
            text.append(
                    "  %-20s %s%n"
                            .formatted(
                                    turn,
                                    cell(
                                            first.turns().getOrDefault(turn, 0L),
                                            last.turns().getOrDefault(turn, 0L))));
        }
        text.append('\n');
        last.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String cell(long before, long now) {
        return before == now ? Long.toString(now) : before + " → " + now;
    }

    String json() {
        return JsonOutput.json(this);
    }
}
