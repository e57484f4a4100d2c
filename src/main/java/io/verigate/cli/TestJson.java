package io.verigate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Diagnosis;
import io.verigate.analysis.regression.RecordedAttempt;
import io.verigate.rules.explain.Coverage;
import java.io.PrintWriter;

/// Prints a test run as one JSON document, always with `good`.
record TestJson(PrintWriter out) {
    void print(TestRun run, boolean coverage) {
        ObjectNode report =
                OutputOptions.JSON
                        .createObjectNode()
                        .put("good", run.passed())
                        .put("revision", run.ruleSet().revision())
                        .put("milliseconds", run.took().toMillis());
        ArrayNode cases = report.putArray("cases");
        run.outcomes().forEach(outcome -> write(cases.addObject(), outcome, run));
        if (coverage) {
            write(report.putObject("coverage"), run.coverage());
        }
        out.println(report.toPrettyString());
        out.flush();
    }

    private static void write(ObjectNode node, CaseOutcome outcome, TestRun run) {
        node.put("file", outcome.file())
                .put("line", outcome.line())
                .put("name", outcome.name())
                .put("holds", outcome.holds());
        ArrayNode failures = node.putArray("failures");
        for (RecordedAttempt attempt : outcome.failures()) {
            ObjectNode failure =
                    failures.addObject().put("step", attempt.label()).put("line", attempt.line());
            attempt.fired().forEach(failure.putArray("fired")::add);
            attempt.differences().forEach(failure.putArray("differences")::add);
            Diagnosis.of(attempt, run.ruleSet()).stream()
                    .skip(attempt.differences().size())
                    .forEach(failure.putArray("why")::add);
        }
    }

    private static void write(ObjectNode node, Coverage coverage) {
        node.put("rules", coverage.percentOfRules()).put("constraints", coverage.percentOfTests());
        ArrayNode rules = node.putArray("byRule");
        for (Coverage.OfRule rule : coverage.rules()) {
            ArrayNode constraints =
                    rules.addObject()
                            .put("rule", rule.rule().id())
                            .put("fires", rule.fired())
                            .put("nearMisses", rule.nearMisses())
                            .putArray("constraints");
            for (Coverage.OfTest test : rule.tests()) {
                constraints
                        .addObject()
                        .put("constraint", test.test().written().text())
                        .put("line", test.test().written().line())
                        .put("column", test.test().written().column())
                        .put("true", test.whenTrue())
                        .put("false", test.whenFalse());
            }
        }
    }
}
