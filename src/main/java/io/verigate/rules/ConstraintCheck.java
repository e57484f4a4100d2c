package io.verigate.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.verigate.decision.FactType;
import io.verigate.policy.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks the comparisons of one `Request( … )`: only known names, literals of their types, and plain operators.
final class ConstraintCheck {
    private static final Pattern BINDING =
            Pattern.compile("\\s*(\\$[a-zA-Z][a-zA-Z0-9]*)\\s*:\\s*([a-zA-Z0-9]+)\\s*");
    private static final Set<Operator> LOGIC = EnumSet.of(Operator.AND, Operator.OR);
    private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS);
    private static final Set<Operator> ORDER =
            EnumSet.of(
                    Operator.LESS, Operator.LESS_EQUALS, Operator.GREATER, Operator.GREATER_EQUALS);
    private static final Set<Operator> SUMS = EnumSet.of(Operator.PLUS, Operator.MINUS);
    private static final Set<FactType> ORDERED =
            EnumSet.of(FactType.COUNT, FactType.DURATION, FactType.TIME);
    private static final int DEEPEST = 40;

    private final String file;
    private final Names names;
    private final Map<String, FactType> bound;
    private final List<Fault> faults;
    private final JavaParser parser = new JavaParser();
    private int line;

    ConstraintCheck(String file, Names names, Map<String, FactType> bound, List<Fault> faults) {
        this.file = file;
        this.names = names;
        this.bound = bound;
        this.faults = faults;
    }

    void check(String text, int atLine) {
        line = atLine;
        Matcher binding = BINDING.matcher(text);
        if (binding.matches()) {
            name(binding.group(2)).ifPresent(type -> bound.put(binding.group(1), type));
            return;
        }
        ParseResult<Expression> parsed = parser.parseExpression(text);
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            fault("`" + text.strip() + "` is not a comparison");
            return;
        }
        type(parsed.getResult().get(), 0)
                .filter(type -> type != FactType.FLAG)
                .ifPresent(type ->
                        fault(
                                "`"
                                        + text.strip()
                                        + "` is a "
                                        + type.word()
                                        + ": compare it with something"));
    }

    private Optional<FactType> type(Expression expression, int depth) {
        if (depth > DEEPEST) {
            fault("the comparison is nested too deeply: split the rule");
            return Optional.empty();
        }
        return switch (expression) {
            case EnclosedExpr enclosed -> type(enclosed.getInner(), depth + 1);
            case NameExpr name -> name(name.getNameAsString());
            case BooleanLiteralExpr flag -> Optional.of(FactType.FLAG);
            case IntegerLiteralExpr number -> Optional.of(FactType.COUNT);
            case StringLiteralExpr text -> Optional.of(FactType.TEXT);
            case UnaryExpr unary
                    when unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
                    expect(unary.getExpression(), FactType.FLAG, depth);
            case BinaryExpr binary -> binary(binary, depth);
            default -> {
                fault(
                        "`"
                                + expression
                                + "` is not allowed: compare facts, values and literals with && || ! == != < <= > >= + -");
                yield Optional.empty();
            }
        };
    }

    private Optional<FactType> binary(BinaryExpr binary, int depth) {
        Operator operator = binary.getOperator();
        if (LOGIC.contains(operator)) {
            expect(binary.getLeft(), FactType.FLAG, depth);
            return expect(binary.getRight(), FactType.FLAG, depth);
        }
        if (SUMS.contains(operator)) {
            expect(binary.getLeft(), FactType.COUNT, depth);
            return expect(binary.getRight(), FactType.COUNT, depth);
        }
        if (!EQUALITY.contains(operator) && !ORDER.contains(operator)) {
            fault("`" + operator.asString() + "` is not allowed");
            return Optional.empty();
        }
        Optional<FactType> left = type(binary.getLeft(), depth + 1);
        Optional<FactType> right = type(binary.getRight(), depth + 1);
        if (left.isPresent() && right.isPresent()) {
            compare(binary, left.get(), right.get());
        }
        return Optional.of(FactType.FLAG);
    }

    private void compare(BinaryExpr binary, FactType left, FactType right) {
        if (left != right) {
            fault("`" + binary + "` compares a " + left.word() + " with a " + right.word());
        } else if (ORDER.contains(binary.getOperator()) && !ORDERED.contains(left)) {
            fault("`" + binary + "`: a " + left.word() + " is not less or more than another");
        }
        word(binary.getLeft(), binary.getRight());
        word(binary.getRight(), binary.getLeft());
    }

    /// A text that the fact can never hold is a misspelling.
    private void word(Expression fact, Expression literal) {
        if (fact instanceof NameExpr name && literal instanceof StringLiteralExpr text) {
            List<String> words = names.words(name.getNameAsString());
            if (!words.isEmpty()
                    && !text.asString().isEmpty()
                    && !words.contains(text.asString())) {
                fault(
                        "`"
                                + name
                                + "` is never `"
                                + text.asString()
                                + "`"
                                + Fault.suggestion(text.asString(), words)
                                + " It can be: "
                                + String.join(", ", words));
            }
        }
    }

    private Optional<FactType> expect(Expression expression, FactType wanted, int depth) {
        Optional<FactType> type = type(expression, depth + 1);
        type.filter(found -> found != wanted)
                .ifPresent(found ->
                        fault(
                                "`"
                                        + expression
                                        + "` is a "
                                        + found.word()
                                        + " where a "
                                        + wanted.word()
                                        + " is needed"));
        return Optional.of(wanted);
    }

    private Optional<FactType> name(String name) {
        FactType type = names.type(name);
        if (type == null) {
            fault("there is no fact or value `" + name + "`" + Fault.suggestion(name, names.all()));
        }
        return Optional.ofNullable(type);
    }

    private void fault(String message) {
        faults.add(new Fault(file, line, 0, message));
    }
}
