package io.verigate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import java.io.PrintWriter;
import java.util.List;

/// For programs: one JSON document, always with `good`.
record JsonReport(PrintWriter out) implements RulesReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void faults(List<Diagnostic> faults) {
        ObjectNode report = JSON.createObjectNode().put("good", false);
        add(report, faults);
        print(report);
    }

    @Override
    public void checked(RuleSetCheck.Result result) {
        ObjectNode report =
                JSON.createObjectNode()
                        .put("good", result.usable())
                        .put("revision", result.revision())
                        .put("rules", result.rules())
                        .put("cases", result.cases());
        add(report, result.faults());
        print(report);
    }

    private static void add(ObjectNode report, List<Diagnostic> faults) {
        ArrayNode told = report.putArray("faults");
        for (Diagnostic fault : faults) {
            ObjectNode one =
                    told.addObject()
                            .put("file", fault.file())
                            .put("line", fault.line())
                            .put("column", fault.column())
                            .put("severity", fault.severity().wireName())
                            .put("topic", fault.topic())
                            .put("message", fault.message());
            if (fault.gate() != null) {
                one.put("gate", fault.gate().wireName());
            }
        }
    }

    private void print(ObjectNode report) {
        out.println(report.toPrettyString());
    }
}
