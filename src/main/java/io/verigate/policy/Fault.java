package io.verigate.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What is wrong in a file of rules or policies, and where.
///
/// @param file for example `policies/wait-times.yaml`
/// @param line from 1; 0 when the whole file is meant
/// @param column from 1; 0 when the whole line is meant
/// @param message what is wrong and what to do
public record Fault(String file, int line, int column, String message)
        implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file)
                    .thenComparing(Fault::line)
                    .thenComparing(Fault::column)
                    .thenComparing(Fault::message);

    /// The known name that is nearest to a misspelt one; empty when none is near.
    public static Optional<String> nearest(String name, Collection<String> known) {
        int most = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= most)
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// `, did you mean …?` when a known name is near; else nothing.
    public static String suggestion(String name, Collection<String> known) {
        return nearest(name, known).map(near -> ", did you mean `" + near + "`?").orElse("");
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }

    /// How many letters have to be changed, added or left out (Levenshtein).
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[other.length()];
    }
}
