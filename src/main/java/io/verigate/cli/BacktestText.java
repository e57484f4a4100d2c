package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// A backtest for people.
record BacktestText(JsonNode result) {
    private static final int MAX_ROWS = 15;

    String text() {
        StringBuilder text = new StringBuilder();
        if (!result.path("complete").asBoolean()) {
            line(text, "PARTIAL: stopped at %s of %s", said("reached"), said("to"));
        }
        line(
                text,
                "%,d decisions from %s to %s by %s",
                number(result, "decisions"),
                said("from"),
                said("reached"),
                said("candidate"));
        line(
                text,
                "  %,d get another verdict, %,d the same with another end, %,d the same by other rules or reasons",
                number(result, "changed"),
                number(result, "retimed"),
                number(result, "reworded"));
        if (number(result, "failed") > 0) {
            line(text, "  %,d could not be decided by the candidate", number(result, "failed"));
        }
        verdicts(text);
        shifts(text, "rules", "rule");
        shifts(text, "reasons", "reason");
        regions(text);
        messages(text, "not sent", result.path("notSent"));
        messages(text, "newly sent", result.path("newlySent"));
        hurt(text, result.path("hurt"));
        warnings(text);
        JsonNode pace = result.path("pace");
        line(
                text,
                "%n%,d decisions per second with %d threads, at most %,d MiB of memory",
                number(pace, "perSecond"),
                number(pace, "threads"),
                number(pace, "peakHeapBytes") >> 20);
        return text.toString();
    }

    private void verdicts(StringBuilder text) {
        for (JsonNode turn : result.path("verdicts")) {
            line(
                    text,
                    "    %-7s → %-7s %,10d",
                    turn.path("from").asText(),
                    turn.path("to").asText(),
                    number(turn, "decisions"));
        }
    }

    private void shifts(StringBuilder text, String name, String title) {
        JsonNode rows = result.path(name);
        if (rows.isEmpty()) {
            return;
        }
        line(text, "%n%-28s%12s%12s", "by " + title, "now in", "no more in");
        for (int row = 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            JsonNode shift = rows.path(row);
            line(
                    text,
                    "%-28s%,12d%,12d",
                    shift.path("name").asText(),
                    number(shift, "gained"),
                    number(shift, "lost"));
        }
    }

    private void regions(StringBuilder text) {
        JsonNode rows = result.path("regions");
        if (rows.isEmpty()) {
            return;
        }
        line(
                text,
                "%n%-28s%12s%12s%12s%12s",
                "by region",
                "stricter",
                "milder",
                "not sent",
                "saved");
        for (int row = 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            JsonNode region = rows.path(row);
            String name = region.path("region").asText();
            line(
                    text,
                    "%-28s%,12d%,12d%,12d%12s",
                    name.isEmpty() ? "(no number)" : name,
                    number(region, "stricter"),
                    number(region, "milder"),
                    number(region.path("notSent"), "messages"),
                    cost(region.path("notSent")));
        }
    }

    private static void messages(StringBuilder text, String title, JsonNode messages) {
        line(
                text,
                "%n%,d messages %s, worth %s %s%s",
                number(messages, "messages"),
                title,
                cost(messages),
                messages.path("currency").asText(),
                number(messages, "unpriced") == 0
                        ? ""
                        : " (%,d have no price)".formatted(number(messages, "unpriced")));
    }

    private static void hurt(StringBuilder text, JsonNode hurt) {
        line(
                text,
                "%n%s%,d accounts newly refused: %,d typed in the very code that would not have left, %,d more another one within a day",
                hurt.path("atLeast").asBoolean() ? "at least " : "",
                number(hurt, "refusedAccounts"),
                number(hurt, "verified"),
                number(hurt, "verifiedLater"));
        hurt.path("examples").forEach(id -> line(text, "    %s", id.asText()));
    }

    private void warnings(StringBuilder text) {
        for (JsonNode blind : result.path("blind")) {
            line(
                    text,
                    "%nunknown: `%s` was not recorded for %,d decisions; what depends on it is not in these numbers: %s",
                    blind.path("fact").asText(),
                    number(blind, "decisions"),
                    blind.path("rules").isEmpty() ? "no rule" : blind.path("rules").toString());
        }
        result.path("notes").forEach(note -> line(text, "%nnote: %s", note.asText()));
    }

    private String said(String name) {
        return result.path(name).asText();
    }

    private static long number(JsonNode node, String name) {
        return node.path(name).asLong();
    }

    private static String cost(JsonNode messages) {
        return String.format(Locale.ROOT, "%,.2f", messages.path("cost").decimalValue());
    }

    private static void line(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
