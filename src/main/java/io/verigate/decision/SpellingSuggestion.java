package io.verigate.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Suggests the known name that a misspelt one probably means.
public final class SpellingSuggestion {
    private SpellingSuggestion() {}

    /// The nearest known name, ignoring case, within one edit for every three letters and at least one; among equals
    /// the first of the alphabet.
    public static Optional<String> to(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= most)
                .filter(name -> distance(written, name) <= most)
                .min(
                        Comparator.<String>comparingInt(name -> distance(written, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The end of a message about an unknown name: `, did you mean …?`, or nothing.
    public static String question(String written, Collection<String> known) {
        return question(written, known, "");
    }

    /// The same.
    ///
    /// @param otherwise the end when no name is near
    public static String question(String written, Collection<String> known, String otherwise) {
        return to(written, known).map(name -> ", did you mean `" + name + "`?").orElse(otherwise);
    }

    /// The number of letters to change, add, remove or swap with the next (optimal string alignment).
    private static int distance(String written, String known) {
        String one = written.toLowerCase(Locale.ROOT);
        String other = known.toLowerCase(Locale.ROOT);
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
