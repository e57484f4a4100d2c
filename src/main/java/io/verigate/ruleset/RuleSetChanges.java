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

/// What changed between two rule sets, from the store.
record RuleSetChanges(RuleSetRepository store) {
    /// How far back it is looked.
    static final int FAR_BACK = 200;

    /// What was activated since a revision decided last, newest first; empty when it did not, as far as is looked.
    List<Change> since(String revision) {
        List<Change> changes = new ArrayList<>();
        Rollout later = null;
        for (Rollout rollout : store.rollouts(null, FAR_BACK)) {
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

    /// Names of the files in which two revisions differ; empty when one of them is not to be had.
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
