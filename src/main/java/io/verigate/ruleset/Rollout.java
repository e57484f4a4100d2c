package io.verigate.ruleset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The active rule set and the optional candidate, from one change to the next. Each change adds
/// one, so that the newest is in effect and all of them form the history.
///
/// @param number 1 for the first, then one more each time
/// @param active revision of the active rule set
/// @param candidate null when there is none
/// @param by name of the caller who changed it; empty when the folder of a node did
/// @param at when
public record Rollout(
        long number, String active, @Nullable Candidate candidate, String by, Instant at) {
    /// The candidate; empty when there is none.
    public Optional<Candidate> tried() {
        return Optional.ofNullable(candidate);
    }

    /// The next one with another active rule set and another candidate.
    public Rollout next(String active, @Nullable Candidate candidate, String by, Instant at) {
        return new Rollout(number + 1, active, candidate, by, at);
    }

    /// The target of a rollback: the rule set that was active before the current one was first activated. Rule sets that were
    /// rolled back are skipped, so that a second rollback does not reactivate them. Empty when it
    /// is unknown.
    ///
    /// @param newestFirst the known history
    public static Optional<String> before(List<Rollout> newestFirst) {
        List<String> path = new ArrayList<>();
        for (Rollout rollout : newestFirst.reversed()) {
            int known = path.indexOf(rollout.active());
            if (known < 0) {
                path.add(rollout.active());
            } else {
                path.subList(known + 1, path.size()).clear();
            }
        }
        return path.size() < 2 ? Optional.empty() : Optional.of(path.get(path.size() - 2));
    }

    /// A rule set that runs beside the active one.
    ///
    /// @param share of accounts that it decides for, in hundredths of a percent; 0 in shadow mode, when only
    ///     its differences are recorded
    public record Candidate(String revision, int share) {
        /// All accounts.
        public static final int WHOLE = 10_000;

        public Candidate {
            if (share < 0 || share > WHOLE) {
                throw new IllegalArgumentException(
                        "`" + share + "` is not a share; it must be from 0 to " + WHOLE);
            }
        }

        /// A rule set that decides for so many percent of accounts.
        ///
        /// @param percent from 0 to 100; 0 when it decides for none
        public static Candidate ofPercent(String revision, int percent) {
            return new Candidate(revision, percent * WHOLE / 100);
        }

        /// Whether it decides for nobody.
        public boolean shadow() {
            return share == 0;
        }
    }
}
