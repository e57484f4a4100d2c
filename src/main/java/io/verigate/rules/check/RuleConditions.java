package io.verigate.rules.check;

import io.verigate.rules.lint.RuleWarnings;
import io.verigate.rules.syntax.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one rule asks of a request.
///
/// @param rule whose `when` this is
/// @param all the constraints in the order of the file; the rule fires when all of them hold
/// @param bindings the names of facts and values by the `$name` that `then` knows them by
public record RuleConditions(
        RuleDefinition rule, List<Condition> all, Map<String, String> bindings) {
    public RuleConditions {
        all = List.copyOf(all);
        bindings = Map.copyOf(bindings);
    }

    /// The facts, values and lists that the rule reads.
    public Set<String> names() {
        Set<String> names = new HashSet<>(bindings.values());
        all.forEach(condition -> RuleWarnings.names(condition, names));
        return names;
    }

    /// Every single test, from left to right.
    public List<Condition> tests() {
        return all.stream().flatMap(condition -> condition.tests().stream()).toList();
    }
}
