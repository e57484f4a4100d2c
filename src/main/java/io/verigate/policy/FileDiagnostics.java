package io.verigate.policy;

import java.util.List;

/// Gathers the faults of one file, and no more than anybody reads: a file of something else could have one at every
/// letter. Of the others it tells how many there are, where they begin.
public final class FileDiagnostics {
    /// Faults of one file.
    static final int MAX = 100;

    private final List<Diagnostic> all;
    private int found;
    private int rest;

    /// @param all where they go; nobody else takes any away
    public FileDiagnostics(List<Diagnostic> all) {
        this.all = all;
    }

    /// How many were found, those that are not told included.
    public int found() {
        return found;
    }

    /// One more.
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

    /// Stands for faults that are not told.
    ///
    /// @param first of them
    static Diagnostic more(Diagnostic first, int number) {
        String message =
                "and %d more from here on: correct the others first, then check again"
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
