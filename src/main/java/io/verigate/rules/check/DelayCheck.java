package io.verigate.rules.check;

import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.LadderDefinition;
import io.verigate.policy.Literal;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.Condition.Operator;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.RuleText.Binding;
import io.verigate.rules.syntax.RuleText.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Refuses rules that delay a code by more than the maximum, because such a code would never be sent. A replacement of
/// security info may be held for longer, because its code is sent at once.
public final class DelayCheck {
    private final Policies policies;

    public DelayCheck(Policies policies) {
        this.policies = policies;
    }

    /// The faults, in the order of the rules.
    public List<Diagnostic> all(List<CheckedRule> rules) {
        List<Diagnostic> found = new ArrayList<>();
        for (CheckedRule rule : rules) {
            if (rule.conditions().stream().noneMatch(DelayCheck::isReplacement)) {
                RuleDiagnostics faults = new RuleDiagnostics(rule.definition().file(), found);
                rule.text().calls().forEach(call -> check(rule, call, faults));
            }
        }
        return found;
    }

    private static boolean isReplacement(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.left() instanceof Condition.Name name
                && name.name().equals(KnownFact.INTERACTION.definition().name())
                && comparison.right() instanceof Condition.Constant constant
                && constant.value().equals(InteractionKind.REPLACE_SECURITY_INFO.wireName());
    }

    private void check(CheckedRule rule, Call call, RuleDiagnostics faults) {
        if (!call.verb().text().equals(Verb.DELAY.call())) {
            return;
        }
        for (Binding binding : rule.text().bindings()) {
            String name = binding.fact().text();
            Duration longest = longest(name).orElse(Duration.ZERO);
            if (binding.name().text().equals(call.arguments().getFirst().text())
                    && longest.compareTo(Verdict.MAX_DELAY) > 0) {
                faults.add(
                        binding.fact().written(),
                        "size",
                        "`%s` is %s, but a code can be delayed by at most %s: reduce it, or use `wait` or `refuse`"
                                .formatted(
                                        name,
                                        Literal.write(longest),
                                        Literal.write(Verdict.MAX_DELAY)));
            }
        }
    }

    /// The longest duration that a value or ladder can have; empty for other facts.
    private Optional<Duration> longest(String name) {
        return Stream.of(
                        Stream.ofNullable(policies.values().get(name)).map(PolicyValue::value),
                        policies.ladders().stream()
                                .filter(ladder -> ladder.name().equals(name))
                                .map(LadderDefinition::steps)
                                .flatMap(List::stream))
                .flatMap(times -> times)
                .filter(Duration.class::isInstance)
                .map(Duration.class::cast)
                .max(Duration::compareTo);
    }
}
