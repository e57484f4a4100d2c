package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import java.io.PrintWriter;
import java.util.List;

/// Prints diagnostics as `file:line:column`, with their source line and a caret under the column.
record TextReport(RulesFolder folder, PrintWriter out) implements RulesReport {
    @Override
    public void printErrors(List<Diagnostic> diagnostics) {
        SourceExcerpts excerpts = new SourceExcerpts(folder.home());
        for (Diagnostic diagnostic : diagnostics) {
            out.printf(
                    "%s: %s: %s [%s]%n",
                    location(diagnostic),
                    diagnostic.severity().wireName(),
                    diagnostic.message(),
                    topic(diagnostic));
            excerpts.of(diagnostic).forEach(line -> out.printf("    %s%n", line));
        }
        out.printf("%n%s%n", RuleSetCheck.counted(diagnostics));
    }

    @Override
    public void print(RuleSetCheck.Result result) {
        if (!result.faults().isEmpty()) {
            printErrors(result.faults());
        }
        if (result.usable()) {
            out.printf(
                    "%s and %s, no errors; revision %s%n",
                    counted(result.rules(), "rule"),
                    counted(result.cases(), "case"),
                    result.revision());
        }
    }

    private static String topic(Diagnostic diagnostic) {
        FenceGate gate = diagnostic.gate();
        return gate == null
                ? diagnostic.topic()
                : "%s, gate %d: %s".formatted(diagnostic.topic(), gate.number(), gate.wireName());
    }

    private static String location(Diagnostic diagnostic) {
        if (diagnostic.line() < 1) {
            return diagnostic.file();
        }
        String line = diagnostic.file() + ":" + diagnostic.line();
        return diagnostic.column() < 1 ? line : line + ":" + diagnostic.column();
    }

    /// A count with its noun, for example `1 rule` or `2 rules`.
    static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }
}
