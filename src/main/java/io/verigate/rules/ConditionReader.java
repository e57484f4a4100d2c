package io.verigate.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.Position;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.verigate.rules.Condition.Operator;
import org.jspecify.annotations.Nullable;

/// Reads one constraint as a tree. Knows the grammar, not the names and their types.
final class ConditionReader {
    /// What is no constraint; the message says what to write instead.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Written written;

        Unreadable(Written written, String message) {
            super(message);
            this.written = written;
        }

        /// The smallest part that is not understood.
        Written written() {
            return written;
        }
    }

    private static final int DEEPEST = 40;

    private final JavaParser parser = new JavaParser();
    private final Written whole;

    private ConditionReader(Written whole) {
        this.whole = whole;
    }

    /// @param whole one constraint, without the comma after it
    /// @throws Unreadable when it is anything but facts, values and literals, compared
    static Condition read(Written whole) throws Unreadable {
        return new ConditionReader(whole).read();
    }

    private Condition read() throws Unreadable {
        ParseResult<Expression> parsed = parser.parseExpression(whole.text());
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            throw new Unreadable(whole, "`" + whole.text().strip() + "` is not a comparison");
        }
        return tree(parsed.getResult().get(), 0);
    }

    private Condition tree(Expression expression, int depth) throws Unreadable {
        Written here = written(expression);
        if (depth > DEEPEST) {
            throw new Unreadable(here, "the comparison is nested too deeply: split the rule");
        }
        return switch (expression) {
            case EnclosedExpr enclosed -> tree(enclosed.getInner(), depth + 1);
            case NameExpr name -> new Condition.Name(here, name.getNameAsString());
            case BooleanLiteralExpr flag -> new Condition.Constant(here, flag.getValue());
            case IntegerLiteralExpr number -> new Condition.Constant(here, count(number, here));
            case StringLiteralExpr text -> new Condition.Constant(here, text.asString());
            case UnaryExpr unary
                    when unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
                    new Condition.Not(here, tree(unary.getExpression(), depth + 1));
            case BinaryExpr binary -> binary(binary, here, depth + 1);
            default -> throw unknown(here);
        };
    }

    private Condition binary(BinaryExpr binary, Written here, int depth) throws Unreadable {
        Operator operator = operator(binary.getOperator());
        boolean known =
                operator != null
                        || switch (binary.getOperator()) {
                            case AND, OR, PLUS, MINUS -> true;
                            default -> false;
                        };
        if (!known) {
            throw unknown(here);
        }
        Condition left = tree(binary.getLeft(), depth);
        Condition right = tree(binary.getRight(), depth);
        if (operator != null) {
            return new Condition.Comparison(here, left, operator, right);
        }
        return switch (binary.getOperator()) {
            case AND -> new Condition.And(here, left, right);
            case OR -> new Condition.Or(here, left, right);
            default ->
                    new Condition.Sum(
                            here, left, binary.getOperator() == BinaryExpr.Operator.MINUS, right);
        };
    }

    private static @Nullable Operator operator(BinaryExpr.Operator operator) {
        return switch (operator) {
            case EQUALS -> Operator.EQUAL;
            case NOT_EQUALS -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_EQUALS -> Operator.AT_MOST;
            case GREATER -> Operator.MORE;
            case GREATER_EQUALS -> Operator.AT_LEAST;
            default -> null;
        };
    }

    private static long count(IntegerLiteralExpr number, Written here) throws Unreadable {
        try {
            return Long.parseLong(number.getValue());
        } catch (NumberFormatException e) {
            throw new Unreadable(
                    here, "`" + here.text() + "` is not a whole number in decimal digits");
        }
    }

    private static Unreadable unknown(Written here) {
        return new Unreadable(
                here,
                "`"
                        + here.text()
                        + "` is not allowed: compare facts, values and literals with && || ! == != < <= > >= + -");
    }

    /// The part of the file that an expression was read from.
    private Written written(Expression expression) {
        Position from = expression.getBegin().orElse(Position.HOME);
        int start = offset(from);
        int end = offset(expression.getEnd().orElse(from)) + 1;
        return new Written(
                whole.text().substring(start, end),
                whole.line() + from.line - 1,
                from.line == 1 ? whole.column() + from.column - 1 : from.column);
    }

    private int offset(Position position) {
        int start = 0;
        for (int line = 1; line < position.line; line++) {
            start = whole.text().indexOf('\n', start) + 1;
        }
        return start + position.column - 1;
    }
}
