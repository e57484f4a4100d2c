package io.verigate.http.body;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant.
final class Nearest {
    private static final int FARTHEST = 2;

    private Nearest() {}

    /// The name that at most two changed characters make of the written one; the nearest, the first among equals.
    static Optional<String> to(String written, Collection<String> names) {
        String best = "";
        int least = FARTHEST + 1;
        for (String name : names) {
            int distance =
                    distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance < name.length()) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    // Levenshtein's distance, one row at a time.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= other.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
