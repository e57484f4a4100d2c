package io.verigate.rules.syntax;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.FenceGate;
import io.verigate.policy.FileDiagnostics;
import java.util.List;

/// Gathers what the first gate refuses in one file.
public final class RuleDiagnostics {
    private final String file;
    private final FileDiagnostics faults;

    /// @param file how faults call it
    /// @param all where they go
    public RuleDiagnostics(String file, List<Diagnostic> all) {
        this.file = file;
        this.faults = new FileDiagnostics(all);
    }

    public String file() {
        return file;
    }

    /// How many were found.
    public int found() {
        return faults.found();
    }

    /// Refuses what is written at a place.
    ///
    /// @param topic one word for what it is about
    public void add(SourceToken where, String topic, String message) {
        add(where.line(), where.column(), topic, message);
    }

    public void add(int line, int column, String topic, String message) {
        faults.add(new Diagnostic(file, line, column, message).about(topic).in(FenceGate.SOURCE));
    }

    /// Refuses what stands in another file, which rules of this one read.
    public void add(Diagnostic fault) {
        faults.add(fault.in(FenceGate.SOURCE));
    }

    /// Refuses what is not of the form of a rule.
    public void form(SourceToken where, String message) {
        add(where, "form", message);
    }
}
