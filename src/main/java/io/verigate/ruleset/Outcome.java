package io.verigate.ruleset;

import java.time.Instant;
import java.util.List;

/// What became of a wish to change what decides.
public sealed interface Outcome {
    /// It is changed; every node follows within seconds.
    record Done(Rollout rollout) implements Outcome {}

    /// It is as it was asked for already.
    record Same(Rollout rollout) implements Outcome {}

    /// It was not changed, because something else decides than the caller thought.
    ///
    /// @param active what decides now
    /// @param changes what changed since, newest first; empty when what the caller named never decided
    record Behind(String active, List<Change> changes) implements Outcome {
        public Behind {
            changes = List.copyOf(changes);
        }
    }

    /// No such revision is kept.
    record Unknown(String revision) implements Outcome {}

    /// Another person than its author has to activate it.
    record NeedsAnother(String author) implements Outcome {}

    /// The folder of the nodes decides; it is changed there.
    record OfTheFolder() implements Outcome {}

    /// Nothing is tried that could be withdrawn.
    record NothingTried() implements Outcome {}

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
