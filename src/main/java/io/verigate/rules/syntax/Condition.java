package io.verigate.rules.syntax;

import java.util.List;
import java.util.stream.Stream;

/// What stands between the commas of a rule's `Request( … )`, as a tree. Rules that passed [RuleCheck] hold nothing else.
///
/// It is what Drools compiles, read a second time for people: to say what was missing when a rule did not fire, and to
/// see which constraints the cases try.
public sealed interface Condition {
    /// Where it is written, and how.
    SourceToken written();

    /// A fact, a policy value, or a list, by its name.
    record Name(SourceToken written, String name) implements Condition {}

    /// `true`, a whole number, or a text in quotes.
    ///
    /// @param value a `Boolean`, `Long` or `String`
    record Constant(SourceToken written, Object value) implements Condition {}

    /// `!` before a flag.
    record Not(SourceToken written, Condition inner) implements Condition {}

    /// `&&`.
    record And(SourceToken written, Condition left, Condition right) implements Condition {}

    /// `||`.
    record Or(SourceToken written, Condition left, Condition right) implements Condition {}

    /// Two values, compared.
    record Comparison(SourceToken written, Condition left, Operator operator, Condition right)
            implements Condition {}

    /// `+` or `-` of two counts.
    ///
    /// @param minus whether it is `-`
    record Sum(SourceToken written, Condition left, boolean minus, Condition right)
            implements Condition {}

    /// A text or a count that stands in a list.
    ///
    /// @param list its name in `policies/`
    record Member(SourceToken written, Condition left, String list) implements Condition {}

    /// How two values are compared.
    enum Operator {
        /// The same.
        EQUAL("=="),
        /// Not the same.
        NOT_EQUAL("!="),
        /// Less; of durations shorter, of times earlier.
        LESS("<"),
        /// Not more.
        AT_MOST("<="),
        /// More; of durations longer, of times later.
        MORE(">"),
        /// Not less.
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /// As it is written in a rule.
        public String sign() {
            return sign;
        }

        /// Whether it asks which of the two is less.
        public boolean orders() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }

    /// The conditions right below it.
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

    /// The tests that it is made of: flags, negated flags and comparisons, from left to right.
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
