package io.verigate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Diagnosis;
import io.verigate.analysis.regression.RecordedAttempt;
import io.verigate.rules.explain.Coverage;
import java.io.PrintWriter;
import java.util.OptionalDouble;

/// For programs: one JSON document, always with `good`.
record TestJson(PrintWriter out) implements TestReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void tested(TestRun tested, boolean coverage, OptionalDouble threshold) {
        ObjectNode report =
                JSON.createObjectNode()
                        .put("good", tested.good(threshold))
                        .put("revision", tested.ruleSet().revision())
                        .put("milliseconds", tested.took().toMillis());
        ArrayNode cases = report.putArray("cases");
        tested.outcomes().forEach(outcome -> outcome(cases.addObject(), outcome, tested));
        if (coverage || threshold.isPresent()) {
            coverage(report.putObject("coverage"), tested.coverage());
        }
        out.println(report.toPrettyString());
        out.flush();
    }

    private static void outcome(ObjectNode told, CaseOutcome outcome, TestRun tested) {
        told.put("file", outcome.file())
                .put("line", outcome.line())
                .put("name", outcome.name())
                .put("holds", outcome.holds());
        ArrayNode failures = told.putArray("failures");
        for (RecordedAttempt attempt : outcome.failures()) {
            ObjectNode failure =
                    failures.addObject().put("step", attempt.label()).put("line", attempt.line());
            ArrayNode fired = failure.putArray("fired");
            attempt.fired().forEach(fired::add);
            ArrayNode differences = failure.putArray("differences");
            attempt.differences().forEach(differences::add);
            ArrayNode why = failure.putArray("why");
            Diagnosis.of(attempt, tested.ruleSet()).stream()
                    .skip(attempt.differences().size())
                    .forEach(why::add);
        }
    }

    private static void coverage(ObjectNode told, Coverage coverage) {
        told.put("rules", coverage.percentOfRules()).put("constraints", coverage.percentOfTests());
        ArrayNode rules = told.putArray("byRule");
        for (Coverage.OfRule rule : coverage.rules()) {
            ObjectNode one =
                    rules.addObject()
                            .put("rule", rule.rule().id())
                            .put("fires", rule.fired())
                            .put("nearMisses", rule.nearMisses());
            ArrayNode constraints = one.putArray("constraints");
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
