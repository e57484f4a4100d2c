package io.verigate.rules.syntax;

import java.util.List;
import java.util.stream.Stream;

/// Syntax tree of one constraint in a rule's `Request( … )`.
///
/// Drools code is generated from it; it is also evaluated directly, to explain why a rule did not fire and to measure
/// coverage.
public sealed interface Condition {
    /// Its text and position.
    SourceToken written();

    /// A fact or policy value, by name.
    record Name(SourceToken written, String name) implements Condition {}

    /// A literal: flag, whole number or text in quotes.
    ///
    /// @param value a `Boolean`, `Long` or `String`
    record Constant(SourceToken written, Object value) implements Condition {}

    /// `!` before a flag.
    record Not(SourceToken written, Condition inner) implements Condition {}

    /// `&&`.
    record And(SourceToken written, Condition left, Condition right) implements Condition {}

    /// `||`.
    record Or(SourceToken written, Condition left, Condition right) implements Condition {}

    /// A comparison of two values.
    record Comparison(SourceToken written, Condition left, Operator operator, Condition right)
            implements Condition {}

    /// `+` or `-` of two counts.
    ///
    /// @param minus whether it is `-`
    record Sum(SourceToken written, Condition left, boolean minus, Condition right)
            implements Condition {}

    /// List membership: `fact memberOf list`.
    ///
    /// @param list its name in `policies/`
    record Member(SourceToken written, Condition left, String list) implements Condition {}

    /// A comparison operator. Durations compare by length, times by order.
    enum Operator {
        /// Equal.
        EQUAL("=="),
        /// Not equal.
        NOT_EQUAL("!="),
        /// Less.
        LESS("<"),
        /// Less or equal.
        AT_MOST("<="),
        /// Greater.
        MORE(">"),
        /// Greater or equal.
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /// The symbol in a rule.
        public String sign() {
            return sign;
        }

        /// Whether it requires an order.
        public boolean orders() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /// Its direct children.
    default List<Condition> parts() {
        return switch (this) {
            case Name name -> List.of();
            case Constant constant -> List.of();
            case Not not -> List.of(not.inner());
            case And and -> List.of(and.left(), and.right());
            case Or or -> List.of(or.left(), or.right());
            case Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Sum sum -> List.of(sum.left(), sum.right());
            case Member member -> List.of(member.left());
        };
    }

    /// Its atomic tests (flags, negated flags, comparisons) from left to right.
    default List<Condition> tests() {
        return switch (this) {
            case And and -> joined(and.left(), and.right());
            case Or or -> joined(or.left(), or.right());
            case Not not when not.inner().tests().size() > 1 -> not.inner().tests();
            default -> List.of(this);
        };
    }

    private static List<Condition> joined(Condition left, Condition right) {
        return Stream.concat(left.tests().stream(), right.tests().stream()).toList();
    }
}
