package io.verigate.analysis.regression;

import io.verigate.policy.Behaviour;
import io.verigate.policy.BehaviourReader;
import io.verigate.policy.LadderDefinition;
import io.verigate.policy.Literal;
import io.verigate.policy.Policies;
import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How one behaviour is shown to hold.
///
/// @param rules whose `@requirement` names it
/// @param values that those rules read, and the steps of their ladders, by name
/// @param cases that expect one of those rules
/// @param timelines whose names begin with its id and name
public record Evidence(
        Behaviour behaviour,
        List<RuleDefinition> rules,
        Map<String, String> values,
        List<RegressionCase> cases,
        List<Timeline> timelines) {

    /// All behaviours of a rule set, in the order of their ids.
    ///
    /// @param ruleSet made of the files
    public static List<Evidence> all(RuleSet ruleSet, RuleSetFiles files) {
        Suite suite = Suite.read(ruleSet.policies(), files.cases());
        return BehaviourReader.all(files.policies()).stream()
                .map(behaviour -> of(behaviour, ruleSet, suite))
                .toList();
    }

    private static Evidence of(Behaviour behaviour, RuleSet ruleSet, Suite suite) {
        List<RuleDefinition> rules =
                ruleSet.rules().stream()
                        .filter(rule ->
                                List.of(rule.requirement().split(" +", -1))
                                        .contains(behaviour.id()))
                        .toList();
        Set<String> ids = rules.stream().map(RuleDefinition::id).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>();
        ruleSet.conditions()
                .forEach((id, conditions) -> {
                    if (ids.contains(id)) {
                        names.addAll(conditions.names());
                    }
                });
        return new Evidence(
                behaviour,
                rules,
                values(ruleSet.policies(), names),
                suite.cases().stream()
                        .filter(one -> one.rules().stream().anyMatch(ids::contains))
                        .toList(),
                suite.timelines().stream()
                        .filter(one -> one.name().startsWith(behaviour.prefix()))
                        .toList());
    }

    private static Map<String, String> values(Policies policies, Set<String> names) {
        Map<String, String> values = new TreeMap<>();
        policies.values().values().stream()
                .filter(value -> names.contains(value.name()))
                .forEach(value -> values.put(value.name(), Literal.write(value.value())));
        for (LadderDefinition ladder : policies.ladders()) {
            if (names.contains(ladder.name())) {
                values.put(
                        ladder.name(),
                        ladder.steps().stream()
                                .map(Literal::write)
                                .collect(Collectors.joining(" ")));
            }
        }
        return values;
    }

    /// What it lacks: a rule or a test in its place, a case of its rules, a timeline; empty when nothing.
    public List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        if (rules.isEmpty() && behaviour.tests().isEmpty()) {
            lacks.add("a rule whose `@requirement` names it, or `tests` that show it");
        }
        if (!rules.isEmpty() && cases.isEmpty()) {
            lacks.add("a case that expects one of its rules");
        }
        if (timelines.isEmpty()) {
            lacks.add("a timeline whose name begins with `" + behaviour.prefix().strip() + "`");
        }
        return lacks;
    }
}
