package io.verigate.cli;

import io.verigate.http.wire.ExplanationAnswer;
import io.verigate.http.wire.ExplanationAnswer.Condition;
import io.verigate.http.wire.ExplanationAnswer.Fired;
import io.verigate.http.wire.ExplanationAnswer.Nearly;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// Tells an explanation to people.
record ExplainText(PrintWriter out) {
    /// @param what is explained, for example the name of a case
    void explain(String what, ExplanationAnswer explanation) {
        out.printf("%s: %s%n", what, explanation.verdict());
        if (!explanation.asRecorded()) {
            out.printf("  other rules fired then: rules or facts are not what they were%n");
        }
        if (explanation.fired().isEmpty()) {
            out.printf("  no rule fired%n");
        }
        explanation.fired().forEach(this::fired);
        if (!explanation.nearly().isEmpty()) {
            out.printf("  nearly fired, but for one condition:%n");
            explanation.nearly().forEach(this::nearly);
        }
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

    private void nearly(Nearly nearly) {
        out.printf("    %s %s%n", nearly.rule(), nearly.name());
        List<Condition> missing = nearly.missing();
        out.printf(
                "        %s%n",
                missing.stream()
                        .map(one -> "`%s` does not hold: %s".formatted(one.condition(), one.why()))
                        .collect(Collectors.joining("; or ")));
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
