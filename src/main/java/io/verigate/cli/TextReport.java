package io.verigate.cli;

import io.verigate.policy.Fault;
import io.verigate.rules.CaseRunner;
import io.verigate.rules.RuleSet;
import java.io.PrintWriter;
import java.util.List;

/// For people: each fault as `file:line:column`, with its line and a caret under the place.
record TextReport(RulesFolder home, PrintWriter out) implements RulesReport {
    @Override
    public void faults(List<Fault> faults) {
        faults.forEach(this::fault);
        out.printf("%n%s%n", counted(faults.size(), "fault"));
    }

    @Override
    public void sound(RuleSet ruleSet, int cases) {
        out.printf(
                "%s and %s, no fault; revision %s%n",
                counted(ruleSet.rules().size(), "rule"),
                counted(cases, "case"),
                ruleSet.revision());
    }

    @Override
    public void cases(RuleSet ruleSet, List<CaseRunner.Result> results) {
        List<CaseRunner.Result> broken =
                results.stream().filter(result -> !result.holds()).toList();
        for (CaseRunner.Result result : broken) {
            out.printf(
                    "%s:%d: %s%n",
                    result.tested().file(), result.tested().line(), result.tested().name());
            result.differences().forEach(difference -> out.printf("    %s%n", difference));
        }
        if (broken.isEmpty()) {
            out.printf(
                    "%s, all hold; revision %s%n",
                    counted(results.size(), "case"), ruleSet.revision());
        } else {
            out.printf(
                    "%n%d of %s %s not hold%n",
                    broken.size(),
                    counted(results.size(), "case"),
                    broken.size() == 1 ? "does" : "do");
        }
    }

    private void fault(Fault fault) {
        out.printf("%s: %s%n", place(fault), fault.message());
        home.line(fault)
                .ifPresent(line -> {
                    out.printf("    %s%n", line);
                    if (fault.column() > 0 && fault.column() <= line.length() + 1) {
                        out.printf("    %s^%n", indent(line, fault.column()));
                    }
                });
    }

    private static String place(Fault fault) {
        if (fault.line() < 1) {
            return fault.file();
        }
        String line = fault.file() + ":" + fault.line();
        return fault.column() < 1 ? line : line + ":" + fault.column();
    }

    /// As wide as what stands before the column, whatever a tab is wide.
    private static String indent(String line, int column) {
        return line.substring(0, column - 1).replaceAll("[^\t]", " ");
    }

    private static String counted(int count, String word) {
        return count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
