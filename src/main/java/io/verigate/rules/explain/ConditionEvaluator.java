package io.verigate.rules.explain;

import io.verigate.decision.Facts;
import io.verigate.policy.Literal;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.Condition.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Evaluates conditions on one set of facts and explains the result in words. Agrees with what Drools compiles.
/// Immutable.
public final class ConditionEvaluator {
    private final Facts facts;
    private final Policies policies;
    private final Map<String, PolicyValue> values;
    private final @Nullable Condition turned;

    /// @param facts made by the schema of these policies
    public ConditionEvaluator(Facts facts, Policies policies) {
        this(facts, policies, null);
    }

    private ConditionEvaluator(Facts facts, Policies policies, @Nullable Condition turned) {
        this.facts = facts;
        this.policies = policies;
        this.values = policies.values();
        this.turned = turned;
    }

    /// Whether a condition is true.
    public boolean holds(Condition condition) {
        return answer(condition) != condition.equals(turned);
    }

    private boolean answer(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> !holds(not.inner());
            case Condition.And and -> holds(and.left()) && holds(and.right());
            case Condition.Or or -> holds(or.left()) || holds(or.right());
            case Condition.Comparison comparison -> compare(comparison);
            case Condition.Member member ->
                    policies.constants().lists(member.list(), value(member.left()).toString());
            default -> value(condition).equals(true);
        };
    }

    /// Whether the rule fires.
    public boolean fires(RuleConditions rule) {
        return rule.all().stream().allMatch(this::holds);
    }

    /// Whether a test decides alone: the rule's outcome would flip if the test's did.
    public boolean decides(Condition test, RuleConditions rule) {
        return fires(rule) != new ConditionEvaluator(facts, policies, test).fires(rule);
    }

    /// The tests that alone keep a rule from firing, which makes these facts a near miss. Empty when the rule fires, and when
    /// more than one condition fails.
    public List<Condition> lacking(RuleConditions rule) {
        long missing = rule.all().stream().filter(condition -> !holds(condition)).limit(2).count();
        return missing != 1
                ? List.of()
                : rule.tests().stream().filter(test -> decides(test, rule)).toList();
    }

    /// How close a limit is to being reached, from 0 to 1; 0 for a test without a limit.
    public double closeness(Condition test) {
        if (!(test instanceof Condition.Comparison comparison) || !comparison.operator().orders()) {
            return 0;
        }
        double left = size(value(comparison.left()));
        double right = size(value(comparison.right()));
        boolean above =
                comparison.operator() == Operator.MORE
                        || comparison.operator() == Operator.AT_LEAST;
        double close = above ? left / right : right / left;
        return Double.isNaN(close) ? 0 : Math.clamp(close, 0, 1);
    }

    private static double size(Object value) {
        return switch (value) {
            case Long count -> count;
            case Duration length -> length.toMillis();
            default -> 0;
        };
    }

    /// The first condition of a rule that does not hold; empty when it fires.
    public Optional<Condition> firstMissing(RuleConditions rule) {
        return rule.all().stream().filter(condition -> !holds(condition)).findFirst();
    }

    /// The values behind a condition, for example "`codesInARow` is 0".
    public String why(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> why(not.inner());
            case Condition.And and ->
                    holds(and)
                            ? why(and.left()) + ", " + why(and.right())
                            : why(holds(and.left()) ? and.right() : and.left());
            case Condition.Or or ->
                    holds(or)
                            ? why(holds(or.left()) ? or.left() : or.right())
                            : why(or.left()) + ", " + why(or.right());
            default ->
                    names(condition).stream()
                            .map(name -> "`" + name + "` is " + word(value(name)))
                            .collect(Collectors.joining(", "));
        };
    }

    /// Why a condition is false, for example "`codesInARow > 0` does not hold: `codesInARow` is 0".
    public String missing(Condition condition) {
        return "`%s` does not hold: %s"
                .formatted(condition.written().text().replaceAll("\\s+", " "), why(condition));
    }

    private Object value(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> value(name.name());
            case Condition.Constant constant -> constant.value();
            case Condition.Sum sum -> {
                long right = (Long) value(sum.right());
                yield (Long) value(sum.left()) + (sum.minus() ? -right : right);
            }
            default -> holds(condition);
        };
    }

    private Object value(String name) {
        OptionalInt place = facts.schema().index(name);
        if (place.isPresent()) {
            return facts.at(place.getAsInt());
        }
        PolicyValue value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown fact or value `" + name + "`");
        }
        return value.value();
    }

    private boolean compare(Condition.Comparison comparison) {
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        Operator operator = comparison.operator();
        int order = operator.orders() ? order(left, right) : 0;
        return switch (operator) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(Object left, Object right) {
        return switch (left) {
            case Long count -> count.compareTo((Long) right);
            case Duration length -> length.compareTo((Duration) right);
            case Instant time -> time.compareTo((Instant) right);
            default -> throw new IllegalArgumentException("`" + left + "` has no order");
        };
    }

    private static Set<String> names(Condition condition) {
        Set<String> names = new LinkedHashSet<>();
        if (condition instanceof Condition.Name name) {
            names.add(name.name());
        }
        List<Condition> parts = condition.parts();
        parts.forEach(part -> names.addAll(names(part)));
        return names;
    }

    private static String word(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "true" : "false";
            case String text -> text.isEmpty() ? "not given" : "`" + text + "`";
            default -> Literal.write(value);
        };
    }
}
