package io.verigate.ruleset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What decides from one change to the next: the active rule set, and perhaps a candidate beside it. Each change adds
/// one, so that the newest tells what decides, and all of them tell who changed what and when.
///
/// @param number 1 for the first, then one more each time
/// @param active revision of the rule set that decides
/// @param candidate what is tried beside it; null when nothing is
/// @param by name of the caller who changed it; empty when the folder of a node did
/// @param at when
public record Rollout(
        long number, String active, @Nullable Candidate candidate, String by, Instant at) {
    /// What is tried beside the active rule set; empty when nothing is.
    public Optional<Candidate> tried() {
        return Optional.ofNullable(candidate);
    }

    /// The next one with another active rule set and another candidate.
    public Rollout next(String active, @Nullable Candidate candidate, String by, Instant at) {
        return new Rollout(number + 1, active, candidate, by, at);
    }

    /// What going back leads to: what decided before the rule set that decides now first did. What was gone back from is
    /// passed over, so that going back twice does not lead forward again, to what was just taken back. Empty when that
    /// is not known.
    ///
    /// @param newestFirst changes as far back as they are known
    public static Optional<String> before(List<Rollout> newestFirst) {
        List<String> way = new ArrayList<>();
        for (Rollout rollout : newestFirst.reversed()) {
            int known = way.indexOf(rollout.active());
            if (known < 0) {
                way.add(rollout.active());
            } else {
                way.subList(known + 1, way.size()).clear();
            }
        }
        return way.size() < 2 ? Optional.empty() : Optional.of(way.get(way.size() - 2));
    }

    /// A rule set that is tried.
    ///
    /// @param share of accounts for which it decides, in hundredths of a percent; 0 when it decides for none and only
    ///     its differences are recorded
    public record Candidate(String revision, int share) {
        /// All accounts.
        public static final int WHOLE = 10_000;

        public Candidate {
            if (share < 0 || share > WHOLE) {
                throw new IllegalArgumentException(
                        "`" + share + "` is not a share: give one from 0 to " + WHOLE);
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
