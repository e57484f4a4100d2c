package io.verigate.rules.lint;

import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.lint.ConditionPaths.Asked;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.Condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds tests that contradict each other. Policy values have their current value; a comparison of two facts is only
/// checked against other comparisons of the same facts.
final class Contradictions {
    private final Policies policies;
    private final SymbolTable names;
    private final ProbeValues candidate;

    Contradictions(Policies policies) {
        this.policies = policies;
        this.names = new SymbolTable(policies);
        this.candidate = new ProbeValues(names);
    }

    /// What one test requires of a fact, or of the order of two facts.
    private record Ask(Asked asked, Predicate<Object> holds) {}

    /// The tests that contradict each other when no alternative is possible; empty when one is.
    Optional<List<Condition>> in(ConditionPaths alternatives) {
        Optional<List<Condition>> first = Optional.empty();
        for (List<Asked> way : alternatives.ways()) {
            Optional<List<Condition>> conflict = in(way);
            if (conflict.isEmpty()) {
                return Optional.empty();
            }
            first = first.isPresent() ? first : conflict;
        }
        return first;
    }

    private Optional<List<Condition>> in(List<Asked> way) {
        Map<String, List<Ask>> asks = new LinkedHashMap<>();
        Map<String, Set<Object>> candidates = new LinkedHashMap<>();
        way.forEach(asked -> ask(asked, asks, candidates));
        for (Map.Entry<String, List<Ask>> one : asks.entrySet()) {
            Set<Object> values = candidates.getOrDefault(one.getKey(), Set.of());
            if (values.stream().noneMatch(value -> all(one.getValue(), value))) {
                return Optional.of(smallest(one.getValue(), values));
            }
        }
        return Optional.empty();
    }

    private static boolean all(List<Ask> asks, Object value) {
        return asks.stream().allMatch(ask -> ask.holds().test(value));
    }

    /// Two tests that contradict each other, or all.
    private static List<Condition> smallest(List<Ask> asks, Set<Object> values) {
        for (int i = 0; i < asks.size(); i++) {
            for (int j = 0; j <= i; j++) {
                List<Ask> two = i == j ? List.of(asks.get(i)) : List.of(asks.get(j), asks.get(i));
                if (values.stream().noneMatch(value -> all(two, value))) {
                    return two.stream().map(ask -> ask.asked().test()).toList();
                }
            }
        }
        return asks.stream().map(ask -> ask.asked().test()).toList();
    }

    private void ask(
            Asked asked, Map<String, List<Ask>> asks, Map<String, Set<Object>> candidates) {
        switch (asked.test()) {
            case Condition.Comparison comparison -> comparison(asked, comparison, asks, candidates);
            case Condition.Member member -> member(asked, member, asks, candidates);
            case Condition.Name name -> {
                Optional<Object> value = constant(name);
                add(name.name(), asked, Boolean.TRUE::equals, asks);
                candidates
                        .computeIfAbsent(name.name(), key -> new LinkedHashSet<>())
                        .addAll(value.map(Set::of).orElse(Set.of(true, false)));
            }
            default -> {
                add(
                        "constant",
                        asked,
                        any -> Boolean.TRUE.equals(((Condition.Constant) asked.test()).value()),
                        asks);
                candidates.put("constant", Set.of(true));
            }
        }
    }

    private void member(
            Asked asked,
            Condition.Member member,
            Map<String, List<Ask>> asks,
            Map<String, Set<Object>> candidates) {
        String name = ((Condition.Name) member.left()).name();
        add(
                name,
                asked,
                value -> policies.constants().lists(member.list(), value.toString()),
                asks);
        Set<Object> values = candidates.computeIfAbsent(name, candidate::domain);
        boolean counts = names.type(name) == FactType.COUNT;
        policies.list(member.list()).stream()
                .filter(one -> !counts || one.matches("[0-9]{1,15}"))
                .forEach(one ->
                        values.addAll(
                                counts ? ProbeValues.around(Long.valueOf(one)) : List.of(one)));
    }

    private void comparison(
            Asked asked,
            Condition.Comparison comparison,
            Map<String, List<Ask>> asks,
            Map<String, Set<Object>> candidates) {
        Optional<Object> left = constant(comparison.left());
        Optional<Object> right = constant(comparison.right());
        Operator operator = comparison.operator();
        if (left.isPresent() && right.isPresent()) {
            boolean holds = ProbeValues.holds(left.get(), operator, right.get());
            add("constant", asked, any -> holds, asks);
            candidates.put("constant", Set.of(true));
        } else if (right.isPresent() && comparison.left() instanceof Condition.Name name) {
            add(name.name(), asked, value -> ProbeValues.holds(value, operator, right.get()), asks);
            candidates
                    .computeIfAbsent(name.name(), candidate::domain)
                    .addAll(ProbeValues.around(right.get()));
        } else if (left.isPresent() && comparison.right() instanceof Condition.Name name) {
            add(name.name(), asked, value -> ProbeValues.holds(left.get(), operator, value), asks);
            candidates
                    .computeIfAbsent(name.name(), candidate::domain)
                    .addAll(ProbeValues.around(left.get()));
        } else {
            // Two unknown values can be less, equal or greater.
            String one = shape(comparison.left());
            String other = shape(comparison.right());
            boolean turned = one.compareTo(other) > 0;
            add(
                    turned ? other + " ? " + one : one + " ? " + other,
                    asked,
                    order -> ProbeValues.holds(turned ? -(Long) order : order, operator, 0L),
                    asks);
            candidates.put(turned ? other + " ? " + one : one + " ? " + other, Set.of(-1L, 0L, 1L));
        }
    }

    private static void add(
            String about, Asked asked, Predicate<Object> holds, Map<String, List<Ask>> asks) {
        asks.computeIfAbsent(about, key -> new ArrayList<>())
                .add(new Ask(asked, asked.wanted() ? holds : holds.negate()));
    }

    private Optional<Object> constant(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> Optional.of(constant.value());
            case Condition.Name name ->
                    Optional.ofNullable(policies.values().get(name.name())).map(PolicyValue::value);
            case Condition.Sum sum ->
                    constant(sum.left())
                            .flatMap(left ->
                                    constant(sum.right())
                                            .map(right ->
                                                    (Long) left
                                                            + (sum.minus()
                                                                    ? -(Long) right
                                                                    : (Long) right)));
            default -> Optional.empty();
        };
    }

    /// One side of a comparison without blanks and comments.
    private static String shape(Condition condition) {
        return condition.written().text().replaceAll("\\s+", "");
    }
}
