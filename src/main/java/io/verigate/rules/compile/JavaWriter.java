package io.verigate.rules.compile;

import io.verigate.decision.FactType;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.syntax.Condition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Generates Java for conditions in the class `Request`, equivalent to what Drools compiles from the same tree.
final class JavaWriter {
    private final SymbolTable names;

    JavaWriter(SymbolTable names) {
        this.names = names;
    }

    /// An expression that is true when all conditions hold.
    String allOf(List<Condition> conditions) {
        return conditions.stream().map(this::java).collect(Collectors.joining(" && "));
    }

    private String java(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> RequestSource.call(name.name(), type(name));
            case Condition.Constant constant -> constant(constant.value());
            case Condition.Not not -> "!" + java(not.inner());
            case Condition.And and -> both(and.left(), "&&", and.right());
            case Condition.Or or -> both(or.left(), "||", or.right());
            case Condition.Sum sum -> both(sum.left(), sum.minus() ? "-" : "+", sum.right());
            case Condition.Member member -> RequestSource.call(member);
            case Condition.Comparison comparison -> comparison(comparison);
        };
    }

    /// A literal.
    static String constant(Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case Long count -> count + "L";
            default -> value.toString();
        };
    }

    private String both(Condition left, String sign, Condition right) {
        return "(" + java(left) + " " + sign + " " + java(right) + ")";
    }

    private String comparison(Condition.Comparison comparison) {
        Condition left = comparison.left();
        Condition right = comparison.right();
        String sign = comparison.operator().sign();
        return switch (type(left)) {
            case FLAG, COUNT -> both(left, sign, right);
            case DURATION, TIME ->
                    "(" + java(left) + ".compareTo(" + java(right) + ") " + sign + " 0)";
            case TEXT ->
                    (sign.equals("==") ? "" : "!") + java(left) + ".equals(" + java(right) + ")";
        };
    }

    private FactType type(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> Objects.requireNonNull(names.type(name.name()));
            case Condition.Constant constant ->
                    switch (constant.value()) {
                        case String text -> FactType.TEXT;
                        case Long count -> FactType.COUNT;
                        default -> FactType.FLAG;
                    };
            case Condition.Sum sum -> FactType.COUNT;
            case Condition.Not not -> FactType.FLAG;
            case Condition.And and -> FactType.FLAG;
            case Condition.Or or -> FactType.FLAG;
            case Condition.Comparison comparison -> FactType.FLAG;
            case Condition.Member member -> FactType.FLAG;
        };
    }
}
