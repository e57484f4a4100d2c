package io.verigate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// For editors and code hosts: one SARIF document (OASIS SARIF 2.1.0), with a result for each fault.
record SarifReport(PrintWriter out) implements RulesReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void checked(RuleSetCheck.Result result) {
        faults(result.faults());
    }

    @Override
    public void faults(List<Diagnostic> faults) {
        ObjectNode report =
                JSON.createObjectNode()
                        .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                        .put("version", "2.1.0");
        ObjectNode run = report.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "verigate");
        ArrayNode topics = driver.putArray("rules");
        faults.stream()
                .map(Diagnostic::topic)
                .distinct()
                .sorted()
                .forEach(topic -> topics.addObject().put("id", topic));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        faults.forEach(fault -> add(results.addObject(), fault));
        out.println(report.toPrettyString());
    }

    /// A path as a relative reference (RFC 3986): what may not stand in one is percent-encoded.
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always a URI without a scheme", e);
        }
    }

    private static void add(ObjectNode result, Diagnostic fault) {
        result.put("ruleId", fault.topic()).put("level", fault.severity().wireName());
        result.putObject("message").put("text", fault.message());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(fault.file()));
        if (fault.line() > 0) {
            ObjectNode region = place.putObject("region").put("startLine", fault.line());
            if (fault.column() > 0) {
                region.put("startColumn", fault.column());
            }
        }
        if (fault.gate() != null) {
            result.putObject("properties").put("gate", fault.gate().wireName());
        }
    }
}
