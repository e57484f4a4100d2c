package io.verigate.rules.check;

import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.RuleText;
import java.util.List;

/// One rule that passed the first gate.
///
/// @param definition what is written about it
/// @param text as it stands in its file
/// @param conditions all have to hold
public record CheckedRule(RuleDefinition definition, RuleText text, List<Condition> conditions) {
    public CheckedRule {
        conditions = List.copyOf(conditions);
    }
}
