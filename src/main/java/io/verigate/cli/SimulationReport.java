package io.verigate.cli;

import io.verigate.simulation.Cost.Total;
import io.verigate.simulation.Plan;
import io.verigate.simulation.Simulation.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What simulations came to: one, or two side by side.
///
/// @param outcomes the one that it is compared with first, if there is one
record SimulationReport(Plan plan, String currency, List<Outcome> outcomes) {
    private static final double MICROS = 1_000_000;
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("asked", 0, Total::asked),
                    new Column("sent", 0, Total::sent),
                    new Column("told to wait", 0, Total::waited),
                    new Column("refused", 0, Total::refused),
                    new Column("blocks", 0, Total::blocks),
                    new Column("verified", 0, Total::verified),
                    new Column("given up", 0, Total::givenUp),
                    new Column("hours lost", 1, total -> total.lostSeconds() / 3_600.0),
                    new Column("money", 2, total -> total.spentMicros() / MICROS));

    private record Column(String name, int digits, ToDoubleFunction<Total> value) {
        String of(Total total) {
            return String.format(Locale.ROOT, "%." + digits + "f", value.applyAsDouble(total));
        }
    }

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
                text.append(table(honest));
            }
        }
        return text.toString().stripTrailing();
    }

    private String table(boolean honest) {
        StringBuilder text = new StringBuilder();
        text.append("%n%-20s%7s".formatted(honest ? "honest people" : "attackers", "how many"));
        COLUMNS.forEach(column -> text.append("%18s".formatted(title(column))));
        text.append('\n');
        List<Total> now = outcomes.getLast().costs();
        for (int row = 0; row < now.size(); row++) {
            Total total = now.get(row);
            if (total.honest() != honest) {
                continue;
            }
            Total before = outcomes.getFirst().costs().get(row);
            text.append("%-20s%8d".formatted(total.kind(), total.people()));
            COLUMNS.forEach(column -> text.append("%18s".formatted(cell(column, before, total))));
            text.append('\n');
        }
        return text.toString();
    }

    private String title(Column column) {
        return column.name().equals("money") && !currency.isEmpty() ? currency : column.name();
    }

    /// `before → now`, or one number when they are the same.
    private static String cell(Column column, Total before, Total now) {
        String was = column.of(before);
        String is = column.of(now);
        return was.equals(is) ? is : was + " → " + is;
    }

    String json() {
        return Shown.json(this);
    }
}
