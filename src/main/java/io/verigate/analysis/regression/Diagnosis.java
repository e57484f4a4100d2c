package io.verigate.analysis.regression;

import io.verigate.policy.Expectation;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.explain.ConditionEvaluator;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.syntax.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says in words why an attempt is not as expected: what differs, what kept each expected rule from firing, and what
/// the others fired on.
public final class Diagnosis {
    private final Map<String, RuleConditions> rules;
    private final RecordedAttempt attempt;
    private final ConditionEvaluator reading;

    private Diagnosis(RecordedAttempt attempt, RuleSet ruleSet) {
        this.rules = ruleSet.conditions();
        this.attempt = attempt;
        this.reading = new ConditionEvaluator(attempt.facts(), ruleSet.policies());
    }

    /// One line for each thing.
    public static List<String> of(RecordedAttempt attempt, RuleSet ruleSet) {
        return new Diagnosis(attempt, ruleSet).lines();
    }

    private List<String> lines() {
        Set<String> expected = new LinkedHashSet<>();
        attempt.expected().stream().map(Expectation::rules).forEach(expected::addAll);
        List<String> lines = new ArrayList<>(attempt.differences());
        expected.stream()
                .filter(id -> !attempt.fired().contains(id))
                .map(this::silent)
                .forEach(lines::add);
        attempt.fired().stream().map(this::fired).forEach(lines::add);
        return lines;
    }

    private String silent(String id) {
        RuleConditions rule = rules.get(id);
        if (rule == null) {
            return id + " did not fire: there is no such rule";
        }
        return reading.firstMissing(rule)
                .map(missing ->
                        "%s did not fire: %s (%s:%d:%d)"
                                .formatted(
                                        id,
                                        reading.missing(missing),
                                        rule.rule().file(),
                                        missing.written().line(),
                                        missing.written().column()))
                .orElse(id + " did not fire, though all its conditions hold");
    }

    private String fired(String id) {
        RuleConditions rule = rules.get(id);
        return id
                + " fired on: "
                + (rule == null
                        ? "conditions that are not known"
                        : rule.all().stream().map(this::on).collect(Collectors.joining("; ")));
    }

    private String on(Condition condition) {
        return reading.why(condition);
    }
}
