package io.verigate.rules.check;

import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.RuleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A rule that passed the first gate.
///
/// @param definition its metadata
/// @param text as parsed
/// @param conditions the rule fires when all of them hold
public record CheckedRule(RuleDefinition definition, RuleText text, List<Condition> conditions) {
    public CheckedRule {
        conditions = List.copyOf(conditions);
    }

    /// What it reads, without its text.
    RuleConditions parts() {
        Map<String, String> bindings = new LinkedHashMap<>();
        text.bindings().forEach(one -> bindings.put(one.name().text(), one.fact().text()));
        return new RuleConditions(definition, conditions, bindings);
    }
}
