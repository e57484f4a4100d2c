package io.verigate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints one JSON document, always with `good`.
record JsonReport(PrintWriter out) implements RulesReport {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CheckDocument(
            boolean good,
            @Nullable String revision,
            @Nullable Integer rules,
            @Nullable Integer cases,
            List<DiagnosticDocument> faults) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record DiagnosticDocument(
            String file,
            int line,
            int column,
            String severity,
            String topic,
            String message,
            @Nullable String gate) {
        static DiagnosticDocument of(Diagnostic diagnostic) {
            return new DiagnosticDocument(
                    diagnostic.file(),
                    diagnostic.line(),
                    diagnostic.column(),
                    diagnostic.severity().wireName(),
                    diagnostic.topic(),
                    diagnostic.message(),
                    diagnostic.gate() == null ? null : diagnostic.gate().wireName());
        }
    }

    @Override
    public void printErrors(List<Diagnostic> errors) {
        print(new CheckDocument(false, null, null, null, documents(errors)));
    }

    @Override
    public void print(RuleSetCheck.Result result) {
        print(
                new CheckDocument(
                        result.usable(),
                        result.revision(),
                        result.rules(),
                        result.cases(),
                        documents(result.faults())));
    }

    private static List<DiagnosticDocument> documents(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticDocument::of).toList();
    }

    private void print(CheckDocument document) {
        out.println(OutputOptions.json(document));
    }
}
