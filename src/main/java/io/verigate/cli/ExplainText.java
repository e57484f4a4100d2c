package io.verigate.cli;

import io.verigate.api.journal.ExplanationResponse;
import io.verigate.api.journal.ExplanationResponse.Condition;
import io.verigate.api.journal.ExplanationResponse.Fired;
import io.verigate.api.journal.ExplanationResponse.Nearly;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Prints explanations as text.
record ExplainText(PrintWriter out) {
    /// @param title for example the name of a case
    void print(String title, ExplanationResponse explanation) {
        out.printf("%s: %s%n", title, explanation.verdict());
        if (!explanation.asRecorded()) {
            out.printf(
                    "  not as recorded: other rules fired, because rules or facts have changed%n");
        }
        if (explanation.fired().isEmpty()) {
            out.printf("  no rule fired%n");
        }
        explanation.fired().forEach(this::printFired);
        printNearMisses(explanation.nearly());
        out.printf("  rule set %s%n", explanation.ruleset());
        out.flush();
    }

    private void printFired(Fired fired) {
        out.printf("  %s %s%n", fired.rule(), fired.name());
        out.printf("    %s: %s%n", effect(fired.fate()), fired.says());
        for (Condition condition : fired.on()) {
            out.printf("    `%s` holds: %s%n", condition.condition(), condition.why());
        }
    }

    /// Prints limits that were approached in full, and of all other rules only the condition that is missing.
    private void printNearMisses(List<Nearly> nearMisses) {
        List<Nearly> close = nearMisses.stream().filter(rule -> rule.closeness() > 0).toList();
        List<Nearly> others = nearMisses.stream().filter(rule -> rule.closeness() == 0).toList();
        if (!close.isEmpty()) {
            out.printf("  nearly fired:%n");
        }
        for (Nearly rule : close) {
            out.printf("    %s %s%n", rule.rule(), rule.name());
            for (Condition missing : rule.missing()) {
                out.printf("      `%s` does not hold: %s%n", missing.condition(), missing.why());
            }
        }
        if (!others.isEmpty()) {
            out.printf("  one condition missing:%n");
        }
        for (Nearly rule : others) {
            out.printf(
                    "    %s %s%n",
                    rule.rule(),
                    rule.missing().stream()
                            .map(missing -> "`" + missing.condition() + "`")
                            .collect(Collectors.joining(" or ")));
        }
    }

    private static String effect(String fate) {
        return switch (fate) {
            case "won" -> "decided";
            case "advised" -> "advice only";
            case "lost" -> "overridden by a stronger finding";
            default -> "shadow mode, no effect";
        };
    }
}
