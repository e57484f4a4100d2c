package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// The result of a backtest as text.
record BacktestText(JsonNode result) {
    private static final int MAX_ROWS = 15;

    String text() {
        StringBuilder text = new StringBuilder();
        if (!result.path("complete").asBoolean()) {
            line(text, "PARTIAL: stopped at %s, before %s", value("reached"), value("to"));
        }
        line(
                text,
                "%,d decisions from %s to %s by %s",
                number(result, "decisions"),
                value("from"),
                value("reached"),
                value("candidate"));
        line(
                text,
                "  %,d with another verdict; %,d with the same verdict, new expiry; %,d with the same verdict, other rules or reasons",
                number(result, "changed"),
                number(result, "retimed"),
                number(result, "reworded"));
        if (number(result, "failed") > 0) {
            line(text, "  %,d failed with the candidate", number(result, "failed"));
        }
        for (JsonNode change : result.path("verdicts")) {
            line(
                    text,
                    "    %-7s → %-7s %,10d",
                    change.path("from").asText(),
                    change.path("to").asText(),
                    number(change, "decisions"));
        }
        changes(text, "rules", "by rule", "newly fires", "no longer");
        changes(text, "reasons", "by reason", "newly given", "no longer");
        regions(text);
        messages(text, "not sent", result.path("notSent"));
        messages(text, "newly sent", result.path("newlySent"));
        falsePositives(text, result.path("hurt"));
        notes(text);
        JsonNode pace = result.path("pace");
        line(
                text,
                "%n%,d decisions per second with %d threads, peak heap %,d MiB",
                number(pace, "perSecond"),
                number(pace, "threads"),
                number(pace, "peakHeapBytes") >> 20);
        return text.toString();
    }

    private void changes(
            StringBuilder text, String name, String title, String gained, String lost) {
        JsonNode rows = result.path(name);
        if (rows.isEmpty()) {
            return;
        }
        line(text, "%n%-28s%12s%12s", title, gained, lost);
        for (int row = 0; row < Math.min(rows.size(), MAX_ROWS); row++) {
            JsonNode change = rows.path(row);
            line(
                    text,
                    "%-28s%,12d%,12d",
                    change.path("name").asText(),
                    number(change, "gained"),
                    number(change, "lost"));
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
        long unpriced = number(messages, "unpriced");
        line(
                text,
                "%n%,d messages %s, cost %s %s%s",
                number(messages, "messages"),
                title,
                cost(messages),
                messages.path("currency").asText(),
                unpriced == 0 ? "" : " (%,d without a price)".formatted(unpriced));
    }

    private static void falsePositives(StringBuilder text, JsonNode refused) {
        line(
                text,
                "%n%s%,d accounts newly refused; false positives: %,d entered the code that would not have been sent, %,d more entered another code within a day",
                refused.path("atLeast").asBoolean() ? "at least " : "",
                number(refused, "refusedAccounts"),
                number(refused, "verified"),
                number(refused, "verifiedLater"));
        refused.path("examples").forEach(id -> line(text, "    %s", id.asText()));
    }

    private void notes(StringBuilder text) {
        for (JsonNode missing : result.path("blind")) {
            JsonNode rules = missing.path("rules");
            line(
                    text,
                    "%nunknown: `%s` was not recorded for %,d decisions; the effect on these rules is not included: %s",
                    missing.path("fact").asText(),
                    number(missing, "decisions"),
                    rules.isEmpty() ? "none" : rules.toString());
        }
        result.path("notes").forEach(note -> line(text, "%nnote: %s", note.asText()));
    }

    private String value(String name) {
        return result.path(name).asText();
    }

    private static long number(JsonNode node, String name) {
        return node.path(name).asLong();
    }

    private static String cost(JsonNode messages) {
        return String.format(Locale.ROOT, "%,.2f", messages.path("cost").decimalValue());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
