package io.verigate.cli;

import io.verigate.analysis.simulation.PolicyCost.Total;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The cost of rules for each kind of person as a table: one number, or `before → now` where they differ.
final class CostTable {
    private static final double MICROS = 1_000_000;
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("requests", 0, Total::asked),
                    new Column("sent", 0, Total::sent),
                    new Column("delayed", 0, Total::waited),
                    new Column("refused", 0, Total::refused),
                    new Column("blocks", 0, Total::blocks),
                    new Column("verified", 0, Total::verified),
                    new Column("gave up", 0, Total::givenUp),
                    new Column("hours lost", 1, total -> total.lostSeconds() / 3_600.0),
                    new Column("cost", 2, total -> total.spentMicros() / MICROS));

    private CostTable() {}

    private record Column(String name, int digits, ToDoubleFunction<Total> value) {
        String format(Total total) {
            return String.format(Locale.ROOT, "%." + digits + "f", value.applyAsDouble(total));
        }
    }

    /// @param title of the first column
    /// @param currency empty when unknown
    /// @param before the same kinds as now, in the same order
    static String of(String title, String currency, List<Total> before, List<Total> now) {
        StringBuilder text = new StringBuilder();
        text.append("%-20s%8s".formatted(title, "people"));
        COLUMNS.forEach(column -> text.append("%18s".formatted(title(column, currency))));
        text.append('\n');
        for (int row = 0; row < now.size(); row++) {
            Total was = before.get(row);
            Total is = now.get(row);
            text.append("%-20s%8d".formatted(is.kind(), is.people()));
            COLUMNS.forEach(column ->
                    text.append("%18s".formatted(change(column.format(was), column.format(is)))));
            text.append('\n');
        }
        return text.toString();
    }

    private static String title(Column column, String currency) {
        return column.name().equals("cost") && !currency.isEmpty() ? currency : column.name();
    }

    /// One value when both are equal, else `before → now`.
    static String change(Object before, Object now) {
        return before.equals(now) ? now.toString() : before + " → " + now;
    }
}
