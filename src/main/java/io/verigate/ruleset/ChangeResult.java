package io.verigate.ruleset;

import java.time.Instant;
import java.util.List;

/// The result of a request to change the active rule set or the candidate.
public sealed interface ChangeResult {
    /// The rollout was changed; every node follows within seconds.
    record Changed(Rollout rollout) implements ChangeResult {}

    /// The rollout already is as requested.
    record Unchanged(Rollout rollout) implements ChangeResult {}

    /// Nothing was changed, because another rule set is active than the caller expected.
    ///
    /// @param active revision of the active rule set
    /// @param changes activations since then, newest first; empty when the expected revision was never active
    record Conflict(String active, List<Change> changes) implements ChangeResult {
        public Conflict {
            changes = List.copyOf(changes);
        }
    }

    /// There is no such version.
    record UnknownRevision(String revision) implements ChangeResult {}

    /// Someone other than the author must activate it.
    record ApprovalRequired(String author) implements ChangeResult {}

    /// Every node uses the rules of its folder, so they must be changed there.
    record ManagedByFolder() implements ChangeResult {}

    /// There is no candidate to withdraw.
    record NoCandidate() implements ChangeResult {}

    /// One activation.
    ///
    /// @param revision that was activated
    /// @param by name of the caller; empty when it came from a folder
    /// @param message of the author
    /// @param files names of the files that differ from the previously active rule set
    record Change(String revision, String by, String message, Instant at, List<String> files) {
        public Change {
            files = List.copyOf(files);
        }
    }
}
