package io.verigate.analysis.backtest;

import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells which rules depend on a counter: by its name in their text, or by that of a ladder or score made of it.
final class Dependents {
    private final RuleSet ruleSet;
    private final RuleSetFiles files;

    Dependents(RuleSet ruleSet, RuleSetFiles files) {
        this.ruleSet = ruleSet;
        this.files = files;
    }

    /// Ids of the rules that read the fact, or what is made of it.
    List<String> of(String fact) {
        Pattern names =
                Pattern.compile(
                        "\\b(" + String.join("|", ruleSet.policies().madeOf(fact)) + ")\\b");
        return ruleSet.rules().stream()
                .filter(rule -> names.matcher(text(rule)).find())
                .map(RuleDefinition::id)
                .sorted()
                .toList();
    }

    /// From the beginning of the rule to that of the next.
    private String text(RuleDefinition rule) {
        Map<String, String> all = files.rules();
        List<String> lines = all.getOrDefault(rule.file(), "").lines().toList();
        int next =
                ruleSet.rules().stream()
                        .filter(other -> other.file().equals(rule.file()))
                        .mapToInt(RuleDefinition::line)
                        .filter(line -> line > rule.line())
                        .min()
                        .orElse(lines.size() + 1);
        return String.join("\n", lines.subList(rule.line() - 1, next - 1));
    }
}
