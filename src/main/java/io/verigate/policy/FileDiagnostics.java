package io.verigate.policy;

import java.util.List;

/// Collects the faults of one file, capped at a number that people read: a file of another kind could have one at every
/// character. The last fault states how many more there are.
public final class FileDiagnostics {
    /// Maximum number of faults of one file.
    static final int MAX = 100;

    private final List<Diagnostic> all;
    private int found;
    private int rest;

    /// @param all receives the faults; must only be appended to
    public FileDiagnostics(List<Diagnostic> all) {
        this.all = all;
    }

    /// Number of faults, omitted ones included.
    public int found() {
        return found;
    }

    /// Adds a fault.
    public void add(Diagnostic fault) {
        found++;
        if (found <= MAX) {
            all.add(fault);
        } else if (found == MAX + 1) {
            rest = all.size();
            all.add(more(fault, 1));
        } else {
            all.set(rest, more(all.get(rest), found - MAX));
        }
    }

    /// Stands for omitted faults.
    ///
    /// @param first of them
    static Diagnostic more(Diagnostic first, int number) {
        String message =
                "and %d more from here on: fix the others first, then check again"
                        .formatted(number);
        return new Diagnostic(
                first.file(),
                first.line(),
                first.column(),
                message,
                first.severity(),
                first.topic(),
                first.gate());
    }
}
