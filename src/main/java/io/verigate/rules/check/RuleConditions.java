package io.verigate.rules.check;

import io.verigate.rules.lint.RuleWarnings;
import io.verigate.rules.syntax.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The conditions of one rule.
///
/// @param rule its metadata
/// @param all constraints in file order; the rule fires when all of them hold
/// @param bindings facts and values by the `$name` that `then` uses
public record RuleConditions(
        RuleDefinition rule, List<Condition> all, Map<String, String> bindings) {
    public RuleConditions {
        all = List.copyOf(all);
        bindings = Map.copyOf(bindings);
    }

    /// The names of the facts, values and lists that the rule reads.
    public Set<String> names() {
        Set<String> names = new HashSet<>(bindings.values());
        all.forEach(condition -> RuleWarnings.names(condition, names));
        return names;
    }

    /// All atomic tests from left to right.
    public List<Condition> tests() {
        return all.stream().flatMap(condition -> condition.tests().stream()).toList();
    }
}
