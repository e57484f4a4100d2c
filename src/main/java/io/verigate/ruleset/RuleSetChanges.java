package io.verigate.ruleset;

import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.ChangeResult.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// Changes between stored rule sets.
record RuleSetChanges(RuleSetRepository store) {
    /// Maximum number of rollouts to search.
    static final int MAX_HISTORY = 200;

    /// Activations since a revision was last active, newest first; empty when it is not in the searched history.
    List<Change> since(String revision) {
        List<Change> changes = new ArrayList<>();
        Rollout later = null;
        for (Rollout rollout : store.rollouts(null, MAX_HISTORY)) {
            if (later != null && !later.active().equals(rollout.active())) {
                changes.add(change(later, rollout.active()));
            }
            if (rollout.active().equals(revision)) {
                return changes;
            }
            later = rollout;
        }
        return List.of();
    }

    private Change change(Rollout rollout, String before) {
        return new Change(
                rollout.active(),
                rollout.by(),
                store.version(rollout.active()).map(RuleSetVersion::message).orElse(""),
                rollout.at(),
                files(before, rollout.active()));
    }

    /// Names of the files that differ between two revisions; empty when one of them cannot be read.
    List<String> files(String one, String other) {
        Optional<Map<String, String>> before = find(one);
        Optional<Map<String, String>> after = find(other);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(before.get().keySet());
        names.addAll(after.get().keySet());
        names.removeIf(name -> Objects.equals(before.get().get(name), after.get().get(name)));
        return List.copyOf(names);
    }

    private Optional<Map<String, String>> find(String revision) {
        try {
            return store.find(revision).map(RuleSetFiles::all);
        } catch (InvalidRuleSetException unreadable) {
            return Optional.empty();
        }
    }
}
