package io.verigate.ruleset;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import io.verigate.policy.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The change of one file of a rule set.
///
/// @param file for example `rules/wait-times.drl`
/// @param change `added`, `removed` or `changed`
/// @param diff unified diff without the header lines
public record FileDiff(String file, String change, String diff) {
    private static final int CONTEXT = 3;

    /// The files that differ between two rule sets, sorted by name; empty when both are the same.
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
                diffs.add(new FileDiff(name, change, unified(one, other)));
            }
        }
        return diffs;
    }

    private static String unified(String before, String after) {
        List<String> from = before.lines().toList();
        // The linear-space variant bounds the memory for files that have little in common.
        Patch<String> patch =
                DiffUtils.diff(
                        from, after.lines().toList(), new MyersDiffWithLinearSpace<String>());
        return UnifiedDiffUtils.generateUnifiedDiff("", "", from, patch, CONTEXT).stream()
                .skip(2) // the names of the files
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
