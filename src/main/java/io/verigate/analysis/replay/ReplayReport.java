package io.verigate.analysis.replay;

import java.time.Instant;
import java.util.List;

/// What a replay found, ready to be shown and kept.
///
/// @param from not before
/// @param to before
/// @param complete false when it was stopped early
/// @param reached how far it came
/// @param decisions how many were replayed or could not be
/// @param same how many came out the same in everything
/// @param different how many did not
/// @param unstored decisions whose rule set is not stored, so that nothing can be said of them
/// @param differences those that differ, oldest first, at most a hundred
/// @param pace how fast it went
public record ReplayReport(
        Instant from,
        Instant to,
        boolean complete,
        Instant reached,
        long decisions,
        long same,
        long different,
        List<Unstored> unstored,
        List<Difference> differences,
        Pace pace) {
    public ReplayReport {
        unstored = List.copyOf(unstored);
        differences = List.copyOf(differences);
    }

    /// Whether every decision of the period was replayed and came out the same.
    public boolean proven() {
        return complete && same == decisions;
    }

    /// Decisions of a rule set that is not there.
    public record Unstored(String revision, long decisions) {}

    /// One decision that came out otherwise.
    ///
    /// @param parts what differs
    public record Difference(String decision, String ruleset, List<Part> parts) {
        public Difference {
            parts = List.copyOf(parts);
        }
    }

    /// One part of a decision.
    ///
    /// @param name for example `verdict` or `fact resendWait`
    /// @param recorded as it stands in the log
    /// @param replayed as it came out now
    public record Part(String name, String recorded, String replayed) {}
}
