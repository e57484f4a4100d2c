package io.verigate.rules;

import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.Alternatives.Asked;
import io.verigate.rules.Condition.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds tests that cannot hold together. Values of policies count as what they are now; what compares two facts is only
/// compared with the same two facts.
final class Contradictions {
    private static final String FREE = "some other text";

    private final Policies policies;
    private final Names names;

    Contradictions(Policies policies) {
        this.policies = policies;
        this.names = new Names(policies);
    }

    /// What one test asks of one thing: a fact, or how two things compare.
    private record Ask(Asked asked, Predicate<Object> holds) {}

    /// Why none of the ways is possible, as the tests that are in each other's way; empty when one is possible.
    Optional<List<Condition>> in(Alternatives alternatives) {
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

    /// Two that are in each other's way, or all.
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
            case Condition.Member member -> {
                List<String> list = policies.list(member.list());
                String name = ((Condition.Name) member.left()).name();
                add(name, asked, value -> list.contains(value.toString()), asks);
                Set<Object> values = candidates.computeIfAbsent(name, this::domain);
                boolean counts = names.type(name) == FactType.COUNT;
                list.stream()
                        .filter(one -> !counts || one.matches("[0-9]{1,15}"))
                        .forEach(one ->
                                values.addAll(counts ? around(Long.valueOf(one)) : List.of(one)));
            }
            case Condition.Name name -> {
                Optional<Object> value = constant(name);
                add(name.name(), asked, Boolean.TRUE::equals, asks);
                candidates.put(
                        name.name(), value.isPresent() ? Set.of(value.get()) : Set.of(true, false));
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

    private void comparison(
            Asked asked,
            Condition.Comparison comparison,
            Map<String, List<Ask>> asks,
            Map<String, Set<Object>> candidates) {
        Optional<Object> left = constant(comparison.left());
        Optional<Object> right = constant(comparison.right());
        Operator operator = comparison.operator();
        if (left.isPresent() && right.isPresent()) {
            boolean holds = holds(left.get(), operator, right.get());
            add("constant", asked, any -> holds, asks);
            candidates.put("constant", Set.of(true));
        } else if (right.isPresent() && comparison.left() instanceof Condition.Name name) {
            add(name.name(), asked, value -> holds(value, operator, right.get()), asks);
            candidates.computeIfAbsent(name.name(), this::domain).addAll(around(right.get()));
        } else if (left.isPresent() && comparison.right() instanceof Condition.Name name) {
            add(name.name(), asked, value -> holds(left.get(), operator, value), asks);
            candidates.computeIfAbsent(name.name(), this::domain).addAll(around(left.get()));
        } else {
            // Two things that are not known: less, equal or more are what is possible.
            String one = shape(comparison.left());
            String other = shape(comparison.right());
            boolean turned = one.compareTo(other) > 0;
            add(
                    turned ? other + " ? " + one : one + " ? " + other,
                    asked,
                    order -> holds(turned ? -(Long) order : order, operator, 0L),
                    asks);
            candidates.put(turned ? other + " ? " + one : one + " ? " + other, Set.of(-1L, 0L, 1L));
        }
    }

    private static void add(
            String about, Asked asked, Predicate<Object> holds, Map<String, List<Ask>> asks) {
        asks.computeIfAbsent(about, key -> new ArrayList<>())
                .add(new Ask(asked, asked.wanted() ? holds : holds.negate()));
    }

    /// What a fact can be, whatever it is compared with.
    private Set<Object> domain(String name) {
        Set<Object> values = new LinkedHashSet<>();
        switch (names.type(name)) {
            case FLAG -> values.addAll(List.of(true, false));
            case COUNT -> values.addAll(List.of(0L, Long.MAX_VALUE));
            case DURATION -> values.addAll(List.of(Duration.ZERO, FactType.NEVER));
            case TIME -> values.addAll(List.of(Instant.EPOCH, FactType.FOREVER));
            case TEXT -> {
                values.add("");
                values.addAll(names.words(name).isEmpty() ? List.of(FREE) : names.words(name));
            }
            case null -> values.add("");
        }
        return values;
    }

    /// A value, and what is just beside it.
    private static List<Object> around(Object value) {
        return switch (value) {
            case Long count when count > 0 -> List.of(count - 1, count, count + 1);
            case Long count -> List.of(count, count + 1);
            case Duration length when length.isZero() -> List.of(length, length.plusNanos(1));
            case Duration length -> List.of(length.minusNanos(1), length, length.plusNanos(1));
            case Instant time -> List.of(time.minusNanos(1), time, time.plusNanos(1));
            default -> List.of(value);
        };
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

    @SuppressWarnings("unchecked") // both are of one type: that was checked before
    private static boolean holds(Object left, Operator operator, Object right) {
        if (!operator.orders()) {
            return left.equals(right) == (operator == Operator.EQUAL);
        }
        int order = ((Comparable<Object>) left).compareTo(right);
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            default -> order >= 0;
        };
    }

    /// How a side of a comparison reads, without blanks and comments.
    private static String shape(Condition condition) {
        return condition.written().text().replaceAll("\\s+", "");
    }
}
