package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What decides on one node, and what should but cannot.
///
/// @param revision of the rule set that decides
/// @param since when it began to, on this node
/// @param candidate what is tried beside it; null when nothing is
/// @param refused the rule set that should decide and has faults here; null when all is well
/// @param refusedCandidate the candidate that has faults here; null when all is well
public record NodeState(
        String revision,
        Instant since,
        Rollout.@Nullable Candidate candidate,
        @Nullable Refused refused,
        @Nullable Refused refusedCandidate) {
    /// Whether it decides by what it should.
    public boolean inStep() {
        return refused == null && refusedCandidate == null;
    }

    /// A rule set that this node cannot use; the one before goes on.
    ///
    /// @param revision empty when its files cannot even be read
    /// @param faults at least one
    public record Refused(String revision, List<Diagnostic> faults) {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
