package io.verigate.rules.lint;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.LadderDefinition;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.SourceToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Warns of rules that fire below the first step of the ladder that they use.
final class LadderWarnings {
    private final Policies policies;

    LadderWarnings(Policies policies) {
        this.policies = policies;
    }

    List<Diagnostic> below(CheckedRule rule) {
        Set<String> used = new HashSet<>();
        rule.conditions().forEach(condition -> RuleWarnings.names(condition, used));
        rule.text().bindings().forEach(one -> used.add(one.fact().text()));
        List<Diagnostic> found = new ArrayList<>();
        for (LadderDefinition ladder : policies.ladders()) {
            for (Condition condition : rule.conditions()) {
                if (used.contains(ladder.name())
                        && condition instanceof Condition.Comparison comparison
                        && comparison.left() instanceof Condition.Name name
                        && name.name().equals(ladder.by())
                        && first(comparison) < ladder.from()) {
                    found.add(warning(rule, ladder, comparison));
                }
            }
        }
        return found;
    }

    /// The lowest count for which a comparison holds; `Long.MAX_VALUE` when it has none or is unknown.
    private long first(Condition.Comparison comparison) {
        Object edge =
                switch (comparison.right()) {
                    case Condition.Constant constant -> constant.value();
                    case Condition.Name name -> {
                        PolicyValue value = policies.values().get(name.name());
                        yield value == null ? "" : value.value();
                    }
                    default -> "";
                };
        return edge instanceof Long count
                ? switch (comparison.operator()) {
                    case MORE -> count + 1;
                    case AT_LEAST -> count;
                    default -> Long.MAX_VALUE;
                }
                : Long.MAX_VALUE;
    }

    private Diagnostic warning(
            CheckedRule rule, LadderDefinition ladder, Condition.Comparison comparison) {
        SourceToken where = comparison.written();
        return Diagnostic.warning(
                rule.definition().file(),
                where.line(),
                where.column(),
                "ladder",
                "the rule fires from `%s` = %d, but the ladder `%s` starts at %d: below that the first step applies"
                        .formatted(ladder.by(), first(comparison), ladder.name(), ladder.from()));
    }
}
