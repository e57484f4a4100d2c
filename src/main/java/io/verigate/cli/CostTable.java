package io.verigate.cli;

import io.verigate.analysis.simulation.PolicyCost.Total;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What rules cost each kind of people, as a table: one number, or `before → now` where they differ.
final class CostTable {
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

    private CostTable() {}

    private record Column(String name, int digits, ToDoubleFunction<Total> value) {
        String of(Total total) {
            return String.format(Locale.ROOT, "%." + digits + "f", value.applyAsDouble(total));
        }
    }

    /// @param title of the first column
    /// @param currency empty when not known
    /// @param before the same kinds as now, in the same order
    static String of(String title, String currency, List<Total> before, List<Total> now) {
        StringBuilder text = new StringBuilder();
        text.append("%-20s%8s".formatted(title, "how many"));
        COLUMNS.forEach(column -> text.append("%18s".formatted(title(column, currency))));
        text.append('\n');
        for (int row = 0; row < now.size(); row++) {
            Total was = before.get(row);
            Total is = now.get(row);
            text.append("%-20s%8d".formatted(is.kind(), is.people()));
            COLUMNS.forEach(column -> text.append("%18s".formatted(cell(column, was, is))));
            text.append('\n');
        }
        return text.toString();
    }

    private static String title(Column column, String currency) {
        return column.name().equals("money") && !currency.isEmpty() ? currency : column.name();
    }

    private static String cell(Column column, Total before, Total now) {
        String was = column.of(before);
        String is = column.of(now);
        return was.equals(is) ? is : was + " → " + is;
    }
}
