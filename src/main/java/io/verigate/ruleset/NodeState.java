package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule sets of one node: those in use, and those it rejected.
///
/// @param revision of the rule set in use
/// @param since when this node started to use it
/// @param candidate the candidate in use; null when there is none
/// @param refused the active rule set when it is invalid on this node, else null
/// @param refusedCandidate the candidate when it is invalid on this node, else null
public record NodeState(
        String revision,
        Instant since,
        Rollout.@Nullable Candidate candidate,
        @Nullable RejectedRuleSet refused,
        @Nullable RejectedRuleSet refusedCandidate) {
    /// Whether the node uses the rule sets of the rollout.
    public boolean inStep() {
        return refused == null && refusedCandidate == null;
    }

    /// A rule set that this node cannot use; it keeps using the previous one.
    ///
    /// @param revision empty when its files cannot be read
    /// @param faults at least one
    public record RejectedRuleSet(String revision, List<Diagnostic> faults) {
        public RejectedRuleSet {
            faults = List.copyOf(faults);
        }
    }
}
