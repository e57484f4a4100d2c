package io.verigate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// All errors of a rule set in file order, capped at a number that people read.
public final class InvalidRuleSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX = 500;

    // Limits the size of log lines.
    private static final int MAX_IN_MESSAGE = 100;

    private final transient List<Diagnostic> all;

    /// @param all at least one
    public InvalidRuleSetException(List<Diagnostic> all) {
        super(text(all));
        this.all = first(MAX, new TreeSet<>(all));
    }

    /// The faults, sorted by file, line and column; beyond 500, the last one states how many more there are.
    public List<Diagnostic> all() {
        return all;
    }

    private static String text(List<Diagnostic> all) {
        StringBuilder text =
                new StringBuilder("the rule set has ")
                        .append(all.size())
                        .append(all.size() == 1 ? " error:" : " errors:");
        first(MAX_IN_MESSAGE, new TreeSet<>(all)).forEach(fault -> text.append('\n').append(fault));
        return text.toString();
    }

    private static List<Diagnostic> first(int most, SortedSet<Diagnostic> all) {
        List<Diagnostic> first = new ArrayList<>(all.stream().limit(most).toList());
        all.stream()
                .skip(most)
                .findFirst()
                .map(fault -> FileDiagnostics.more(fault, all.size() - most))
                .ifPresent(first::add);
        return List.copyOf(first);
    }
}
