package io.verigate.cli;

import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Diagnosis;
import io.verigate.analysis.regression.RecordedAttempt;
import io.verigate.rules.explain.Coverage;
import java.io.PrintWriter;
import java.util.Locale;

/// Prints a test run as text: failures with their causes, then a summary.
record TestText(PrintWriter out) {
    /// @param coverage whether to print the coverage of every rule
    void print(TestRun run, boolean coverage) {
        run.failures().forEach(outcome -> printFailure(outcome, run));
        if (coverage) {
            run.coverage().rules().forEach(this::printCoverage);
            out.println();
        }
        int failed = run.failures().size();
        out.printf(
                "%s and %s, %s; %d ms, revision %s%n",
                TextReport.counted(run.suite().cases().size(), "case"),
                TextReport.counted(run.suite().timelines().size(), "timeline"),
                failed == 0 ? "all passed" : failed + " failed",
                run.took().toMillis(),
                run.ruleSet().revision());
        if (coverage || run.threshold() > 0) {
            printSummary(run.coverage());
        }
        if (!run.covered()) {
            out.printf(
                    "below the threshold of %s: add cases for the constraints that `--coverage` lists as not covered%n",
                    percent(run.threshold()));
        }
        out.flush();
    }

    private void printFailure(CaseOutcome outcome, TestRun run) {
        out.printf("%s:%d: %s%n", outcome.file(), outcome.line(), outcome.name());
        for (RecordedAttempt attempt : outcome.failures()) {
            if (!attempt.label().isEmpty()) {
                out.printf("  %s (line %d)%n", attempt.label(), attempt.line());
            }
            Diagnosis.of(attempt, run.ruleSet()).forEach(line -> out.printf("    %s%n", line));
        }
        out.println();
    }

    private void printSummary(Coverage coverage) {
        out.printf(
                "%s of %s covered (%s), %s of %s (%s)%n",
                coverage.rules().stream().filter(Coverage.OfRule::tried).count(),
                TextReport.counted(coverage.rules().size(), "rule"),
                percent(coverage.percentOfRules()),
                coverage.tests().stream().filter(Coverage.OfTest::tried).count(),
                TextReport.counted(coverage.tests().size(), "constraint"),
                percent(coverage.percentOfTests()));
    }

    private void printCoverage(Coverage.OfRule rule) {
        out.printf(
                "%-8s fires %s, nearly fires %s, %d of %s%n",
                rule.rule().id(),
                times(rule.fired()),
                times(rule.nearMisses()),
                rule.tests().stream().filter(Coverage.OfTest::tried).count(),
                TextReport.counted(rule.tests().size(), "constraint"));
        for (Coverage.OfTest test : rule.tests()) {
            if (!test.tried()) {
                out.printf(
                        "         not covered as %s: `%s` (%s:%d:%d)%n",
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
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(value * 10) / 10)
                .replace(".0 ", " ");
    }
}
