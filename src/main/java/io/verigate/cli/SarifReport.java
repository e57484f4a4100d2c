package io.verigate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Prints one SARIF document (OASIS SARIF 2.1.0) for editors and code hosts, with a result for each diagnostic.
record SarifReport(PrintWriter out) implements RulesReport {
    @Override
    public void print(RuleSetCheck.Result result) {
        printErrors(result.faults());
    }

    @Override
    public void printErrors(List<Diagnostic> diagnostics) {
        ObjectNode report =
                OutputOptions.JSON
                        .createObjectNode()
                        .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                        .put("version", "2.1.0");
        ObjectNode run = report.putArray("runs").addObject();
        ArrayNode topics =
                run.putObject("tool").putObject("driver").put("name", "verigate").putArray("rules");
        diagnostics.stream()
                .map(Diagnostic::topic)
                .distinct()
                .sorted()
                .forEach(topic -> topics.addObject().put("id", topic));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        diagnostics.forEach(diagnostic -> write(results.addObject(), diagnostic));
        out.println(report.toPrettyString());
    }

    private static void write(ObjectNode result, Diagnostic diagnostic) {
        result.put("ruleId", diagnostic.topic()).put("level", diagnostic.severity().wireName());
        result.putObject("message").put("text", diagnostic.message());
        ObjectNode location =
                result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(diagnostic.file()));
        if (diagnostic.line() > 0) {
            ObjectNode region = location.putObject("region").put("startLine", diagnostic.line());
            if (diagnostic.column() > 0) {
                region.put("startColumn", diagnostic.column());
            }
        }
        if (diagnostic.gate() != null) {
            result.putObject("properties").put("gate", diagnostic.gate().wireName());
        }
    }

    /// A path as a percent-encoded relative reference (RFC 3986).
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always a URI without a scheme", e);
        }
    }
}
