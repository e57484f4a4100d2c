package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Diagnosis;
import io.verigate.analysis.regression.RecordedAttempt;
import io.verigate.rules.explain.Coverage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/// For people: what does not hold and why, then one line that says how it stands.
record TestText(PrintWriter out) implements TestReport {
    @Override
    public void tested(TestRun tested, boolean coverage, OptionalDouble threshold) {
        tested.failures().forEach(outcome -> failure(outcome, tested));
        if (coverage) {
            tested.coverage().rules().forEach(this::rule);
            out.println();
        }
        summary(tested);
        if (coverage || threshold.isPresent()) {
            coverage(tested, threshold);
        }
        out.flush();
    }

    private void failure(CaseOutcome outcome, TestRun tested) {
        out.printf("%s:%d: %s%n", outcome.file(), outcome.line(), outcome.name());
        for (RecordedAttempt attempt : outcome.failures()) {
            if (!attempt.label().isEmpty()) {
                out.printf("  %s (line %d)%n", attempt.label(), attempt.line());
            }
            Diagnosis.of(attempt, tested.ruleSet()).forEach(line -> out.printf("    %s%n", line));
        }
        out.println();
    }

    private void summary(TestRun tested) {
        int failed = tested.failures().size();
        String what =
                "%s and %s"
                        .formatted(
                                counted(tested.suite().cases().size(), "case"),
                                counted(tested.suite().timelines().size(), "timeline"));
        out.printf(
                "%s, %s; %d ms, revision %s%n",
                what,
                failed == 0 ? "all hold" : failed + (failed == 1 ? " does" : " do") + " not hold",
                tested.took().toMillis(),
                tested.ruleSet().revision());
    }

    private void coverage(TestRun tested, OptionalDouble threshold) {
        Coverage coverage = tested.coverage();
        out.printf(
                "%s of %s tried (%s), %s of %s (%s)%n",
                coverage.rules().stream().filter(Coverage.OfRule::tried).count(),
                counted(coverage.rules().size(), "rule"),
                percent(coverage.percentOfRules()),
                coverage.tests().stream().filter(Coverage.OfTest::tried).count(),
                counted(coverage.tests().size(), "constraint"),
                percent(coverage.percentOfTests()));
        threshold.ifPresent(least -> {
            if (tested.reached() < least) {
                out.printf(
                        "that is below %s: add cases for what `--coverage` lists as not tried%n",
                        percent(least));
            }
        });
    }

    private void rule(Coverage.OfRule rule) {
        out.printf(
                "%-8s %s, %s, %d of %s%n",
                rule.rule().id(),
                "fires " + times(rule.fired()),
                "nearly " + times(rule.nearMisses()),
                rule.tests().stream().filter(Coverage.OfTest::tried).count(),
                counted(rule.tests().size(), "constraint"));
        for (Coverage.OfTest test : rule.tests()) {
            if (!test.tried()) {
                out.printf(
                        "         never decides by being %s: `%s` (%s:%d:%d)%n",
                        test.whenTrue() + test.whenFalse() == 0
                                ? "true or false"
                                : test.whenTrue() == 0 ? "true" : "false",
                        test.test().written().text(),
                        rule.rule().file(),
                        test.test().written().line(),
                        test.test().written().column());
            }
        }
    }

    private static String times(int count) {
        return count == 0 ? "never" : count + "×";
    }

    private static String percent(double value) {
        return "%.1f %%"
                .formatted(Math.floor(value * 10) / 10)
                .replace(".0 ", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String counted(int count, String word) {
        return count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
