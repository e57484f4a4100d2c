package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How one file of a rule set changed.
///
/// @param file for example `rules/wait-times.drl`
/// @param change `added`, `removed` or `changed`
/// @param diff unified, without the lines that name the files
public record FileDiff(String file, String change, String diff) {
    /// What changed from one rule set to another; empty when they are the same.
    public static List<FileDiff> of(RuleSetFiles from, RuleSetFiles to) {
        Map<String, String> before = from.all();
        Map<String, String> after = to.all();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FileDiff> diffs = new ArrayList<>();
        for (String name : names) {
            String one = before.getOrDefault(name, "");
            String other = after.getOrDefault(name, "");
            String change =
                    !before.containsKey(name)
                            ? "added"
                            : !after.containsKey(name) ? "removed" : "changed";
            if (!change.equals("changed") || !one.equals(other)) {
                diffs.add(new FileDiff(name, change, TextDiff.of(one, other)));
            }
        }
        return diffs;
    }
}
