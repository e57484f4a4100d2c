package io.verigate.policy;

import io.verigate.decision.Word;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong in a file of rules or policies, and where.
///
/// @param file for example `policies/wait-times.yaml`
/// @param line from 1; 0 when the whole file is meant
/// @param column from 1; 0 when the whole line is meant
/// @param message what is wrong and what to do
/// @param severity whether the rule set may be used all the same
/// @param topic one word for what it is about, for programs, for example `name` or `never-fires`
/// @param gate of the fence that refuses it; null when it is no matter of the fence
public record Fault(
        String file,
        int line,
        int column,
        String message,
        Severity severity,
        String topic,
        @Nullable Gate gate)
        implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file)
                    .thenComparing(Fault::line)
                    .thenComparing(Fault::column)
                    .thenComparing(Fault::message);

    /// How grave a fault is.
    public enum Severity implements Word {
        /// The rule set cannot be used.
        ERROR,
        /// The rule set can be used, and probably does not do what was meant.
        WARNING;

        private final String word = Word.of(this);

        @Override
        public String word() {
            return word;
        }
    }

    /// An error that has no topic of its own.
    public Fault(String file, int line, int column, String message) {
        this(file, line, column, message, Severity.ERROR, "form", null);
    }

    /// A warning.
    public static Fault warning(String file, int line, int column, String topic, String message) {
        return new Fault(file, line, column, message, Severity.WARNING, topic, null);
    }

    /// The same, about a topic.
    public Fault about(String word) {
        return new Fault(file, line, column, message, severity, word, gate);
    }

    /// The same, refused by a gate of the fence.
    public Fault in(Gate by) {
        return new Fault(file, line, column, message, severity, topic, by);
    }

    /// Whether the rule set cannot be used.
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// The known name that is nearest to a misspelt one; empty when none is near.
    public static Optional<String> nearest(String name, Collection<String> known) {
        int most = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
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

    /// How many letters have to be changed, added, left out or swapped with the next (optimal string alignment).
    private static int distance(String one, String other) {
        int[][] all = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    all[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(
                                Math.min(all[i - 1][j], all[i][j - 1]) + 1,
                                all[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && one.charAt(i - 1) == other.charAt(j - 2)
                                && one.charAt(i - 2) == other.charAt(j - 1);
                all[i][j] = swapped ? Math.min(least, all[i - 2][j - 2] + 1) : least;
            }
        }
        return all[one.length()][other.length()];
    }
}
