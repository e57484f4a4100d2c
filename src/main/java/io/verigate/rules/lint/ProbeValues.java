package io.verigate.rules.lint;

import io.verigate.decision.FactType;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.syntax.Condition.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sample values for the contradiction check: if conditions hold for none of them, they hold for no value.
final class ProbeValues {
    private static final String FREE = "some other text";

    private final SymbolTable names;

    ProbeValues(SymbolTable names) {
        this.names = names;
    }

    /// The boundary values of a fact's type, and its allowed words.
    Set<Object> domain(String name) {
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

    /// A value and its neighbours.
    static List<Object> around(Object value) {
        return switch (value) {
            case Long count when count > 0 -> List.of(count - 1, count, count + 1);
            case Long count -> List.of(count, count + 1);
            case Duration length when length.isZero() -> List.of(length, length.plusNanos(1));
            case Duration length -> List.of(length.minusNanos(1), length, length.plusNanos(1));
            case Instant time -> List.of(time.minusNanos(1), time, time.plusNanos(1));
            default -> List.of(value);
        };
    }

    /// Whether a comparison of two values is true.
    @SuppressWarnings("unchecked") // both are of one type: that was checked before
    static boolean holds(Object left, Operator operator, Object right) {
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
}
