package io.verigate.policy;

import java.util.List;
import java.util.TreeSet;

/// All errors of one reading, in the order of the files; every one is told in one run.
public final class Faults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> all;

    /// @param all at least one
    public Faults(List<Fault> all) {
        super(text(all));
        this.all = List.copyOf(new TreeSet<>(all));
    }

    /// The faults, sorted by file, line and column.
    public List<Fault> all() {
        return all;
    }

    private static String text(List<Fault> all) {
        StringBuilder text =
                new StringBuilder("the rule set has ")
                        .append(all.size())
                        .append(all.size() == 1 ? " fault:" : " faults:");
        new TreeSet<>(all).forEach(fault -> text.append('\n').append(fault));
        return text.toString();
    }
}
