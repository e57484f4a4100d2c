package io.verigate.rules;

import java.util.List;

/// One rule that passed the first gate.
///
/// @param definition what is written about it
/// @param text as it stands in its file
/// @param conditions all have to hold
record CheckedRule(RuleDefinition definition, RuleText text, List<Condition> conditions) {
    CheckedRule {
        conditions = List.copyOf(conditions);
    }
}
