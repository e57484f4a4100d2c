package io.verigate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.policy.Fault;
import io.verigate.rules.RuleSet;
import java.io.PrintWriter;
import java.util.List;

/// For programs: one JSON document, always with `good`.
record JsonReport(PrintWriter out) implements RulesReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void faults(List<Fault> faults) {
        ObjectNode report = JSON.createObjectNode().put("good", false);
        ArrayNode told = report.putArray("faults");
        for (Fault fault : faults) {
            told.addObject()
                    .put("file", fault.file())
                    .put("line", fault.line())
                    .put("column", fault.column())
                    .put("message", fault.message());
        }
        print(report);
    }

    @Override
    public void sound(RuleSet ruleSet, int cases) {
        print(
                JSON.createObjectNode()
                        .put("good", true)
                        .put("revision", ruleSet.revision())
                        .put("rules", ruleSet.rules().size())
                        .put("cases", cases));
    }

    private void print(ObjectNode report) {
        out.println(report.toPrettyString());
    }
}
