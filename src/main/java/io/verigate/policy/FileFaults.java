package io.verigate.policy;

import java.util.List;

/// Gathers the faults of one file, and no more than anybody reads: a file of something else could have one at every
/// letter. Of the others it tells how many there are, where they begin.
public final class FileFaults {
    /// Faults of one file.
    static final int MOST = 100;

    private final List<Fault> all;
    private int found;
    private int rest;

    /// @param all where they go; nobody else takes any away
    public FileFaults(List<Fault> all) {
        this.all = all;
    }

    /// How many were found, those that are not told included.
    public int found() {
        return found;
    }

    /// One more.
    public void add(Fault fault) {
        found++;
        if (found <= MOST) {
            all.add(fault);
        } else if (found == MOST + 1) {
            rest = all.size();
            all.add(more(fault, 1));
        } else {
            all.set(rest, more(all.get(rest), found - MOST));
        }
    }

    /// Stands for faults that are not told.
    ///
    /// @param first of them
    static Fault more(Fault first, int number) {
        String message =
                "and %d more from here on: correct the others first, then check again"
                        .formatted(number);
        return new Fault(
                first.file(),
                first.line(),
                first.column(),
                message,
                first.severity(),
                first.topic(),
                first.gate());
    }
}
