package io.verigate.ruleset;

import java.time.Instant;
import java.util.List;

/// What became of a wish to change what decides.
public sealed interface ChangeResult {
    /// It is changed; every node follows within seconds.
    record Done(Rollout rollout) implements ChangeResult {}

    /// It is as it was asked for already.
    record Same(Rollout rollout) implements ChangeResult {}

    /// It was not changed, because something else decides than the caller thought.
    ///
    /// @param active what decides now
    /// @param changes what changed since, newest first; empty when what the caller named never decided
    record Behind(String active, List<Change> changes) implements ChangeResult {
        public Behind {
            changes = List.copyOf(changes);
        }
    }

    /// No such revision is kept.
    record Unknown(String revision) implements ChangeResult {}

    /// Another person than its author has to activate it.
    record NeedsAnother(String author) implements ChangeResult {}

    /// The folder of the nodes decides; it is changed there.
    record OfTheFolder() implements ChangeResult {}

    /// Nothing is tried that could be withdrawn.
    record NothingTried() implements ChangeResult {}

    /// One change of what decides.
    ///
    /// @param revision that decided from then on
    /// @param by who activated it; empty when it came from a folder
    /// @param message of its author
    /// @param files names of the files that differ from the rule set before
    record Change(String revision, String by, String message, Instant at, List<String> files) {
        public Change {
            files = List.copyOf(files);
        }
    }
}
