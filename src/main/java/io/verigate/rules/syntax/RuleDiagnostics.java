package io.verigate.rules.syntax;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.FileDiagnostics;
import java.util.List;

/// Collects the faults that the first gate finds in one file.
public final class RuleDiagnostics {
    private final String file;
    private final FileDiagnostics faults;

    /// @param file its name in faults
    /// @param all receives the faults
    public RuleDiagnostics(String file, List<Diagnostic> all) {
        this.file = file;
        this.faults = new FileDiagnostics(all);
    }

    public String file() {
        return file;
    }

    /// Number of faults so far.
    public int found() {
        return faults.found();
    }

    /// Adds a fault at a position.
    ///
    /// @param topic machine-readable kind of fault
    public void add(SourceToken where, String topic, String message) {
        add(where.line(), where.column(), topic, message);
    }

    public void add(int line, int column, String topic, String message) {
        faults.add(new Diagnostic(file, line, column, message).about(topic).in(FenceGate.SOURCE));
    }

    /// Adds a fault in another file that rules of this one read.
    public void add(Diagnostic fault) {
        faults.add(fault.in(FenceGate.SOURCE));
    }

    /// Adds a syntax error.
    public void form(SourceToken where, String message) {
        add(where, "form", message);
    }
}
