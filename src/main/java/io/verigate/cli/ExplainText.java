package io.verigate.cli;

import io.verigate.api.journal.ExplanationResponse.Condition;
import io.verigate.api.journal.ExplanationResponse.Fired;
import io.verigate.api.journal.ExplanationResponse.Nearly;
import io.verigate.api.journal.ExplanationResponse;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Tells an explanation to people.
record ExplainText(PrintWriter out) {
    /// @param what is explained, for example the name of a case
    void explain(String what, ExplanationResponse explanation) {
        out.printf("%s: %s%n", what, explanation.verdict());
        if (!explanation.asRecorded()) {
            out.printf("  other rules fired then: rules or facts are not what they were%n");
        }
        if (explanation.fired().isEmpty()) {
            out.printf("  no rule fired%n");
        }
        explanation.fired().forEach(this::fired);
        nearly(explanation.nearly());
        out.printf("  rule set %s%n", explanation.ruleset());
        out.flush();
    }

    private void fired(Fired fired) {
        out.printf("  %s %s%n", fired.rule(), fired.name());
        out.printf("    %s: %s%n", fate(fired.fate()), fired.says());
        for (Condition condition : fired.on()) {
            out.printf("    `%s` holds: %s%n", condition.condition(), condition.why());
        }
    }

    /// Limits that were approached in full, and of the others what each lacks.
    private void nearly(List<Nearly> all) {
        List<Nearly> close = all.stream().filter(nearly -> nearly.closeness() > 0).toList();
        List<Nearly> others = all.stream().filter(nearly -> nearly.closeness() == 0).toList();
        if (!close.isEmpty()) {
            out.printf("  nearly fired:%n");
        }
        for (Nearly nearly : close) {
            out.printf("    %s %s%n", nearly.rule(), nearly.name());
            for (Condition missing : nearly.missing()) {
                out.printf("      `%s` does not hold: %s%n", missing.condition(), missing.why());
            }
        }
        if (!others.isEmpty()) {
            out.printf("  lacked one thing:%n");
        }
        for (Nearly nearly : others) {
            out.printf(
                    "    %s %s%n",
                    nearly.rule(),
                    nearly.missing().stream()
                            .map(missing -> "`" + missing.condition() + "`")
                            .collect(Collectors.joining(" or ")));
        }
    }

    private static String fate(String fate) {
        return switch (fate) {
            case "won" -> "decided";
            case "advised" -> "only adds";
            case "lost" -> "lost to something stronger";
            default -> "in shadow, without effect";
        };
    }
}
