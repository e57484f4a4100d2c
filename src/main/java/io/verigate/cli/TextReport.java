package io.verigate.cli;

import io.verigate.analysis.regression.RuleSetCheck;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import java.io.PrintWriter;
import java.util.List;

/// For people: each fault as `file:line:column`, with its line and a caret under the place.
record TextReport(RulesFolder home, PrintWriter out) implements RulesReport {
    @Override
    public void faults(List<Diagnostic> faults) {
        FaultyLines lines = new FaultyLines(home.home());
        faults.forEach(fault -> fault(fault, lines));
        out.printf("%n%s%n", RuleSetCheck.counted(faults));
    }

    @Override
    public void checked(RuleSetCheck.Result result) {
        if (!result.faults().isEmpty()) {
            faults(result.faults());
        }
        if (result.usable()) {
            out.printf(
                    "%s and %s, no error; revision %s%n",
                    counted(result.rules(), "rule"),
                    counted(result.cases(), "case"),
                    result.revision());
        }
    }

    private void fault(Diagnostic fault, FaultyLines lines) {
        out.printf(
                "%s: %s: %s [%s]%n",
                place(fault), fault.severity().wireName(), fault.message(), topic(fault));
        lines.of(fault).forEach(line -> out.printf("    %s%n", line));
    }

    private static String topic(Diagnostic fault) {
        FenceGate gate = fault.gate();
        return gate == null
                ? fault.topic()
                : "%s, gate %d: %s".formatted(fault.topic(), gate.number(), gate.wireName());
    }

    private static String place(Diagnostic fault) {
        if (fault.line() < 1) {
            return fault.file();
        }
        String line = fault.file() + ":" + fault.line();
        return fault.column() < 1 ? line : line + ":" + fault.column();
    }

    private static String counted(int count, String word) {
        return count == 1 ? "1 " + word : count + " " + word + "s";
    }
}
