package io.verigate.rules.syntax;

import io.verigate.rules.syntax.Condition.Operator;
import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Parses one constraint. Checks the grammar only, not names and types.
public final class ConditionReader {
    private static final int DEEPEST = 40;
    private static final int MAX_TOKENS = 400;

    private final SourceToken whole;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private ConditionReader(SourceToken whole) throws SyntaxError {
        this.whole = whole;
        List<SyntaxError> refused = new ArrayList<>();
        this.tokens =
                RuleScanner.scan(whole, (where, why) -> refused.add(new SyntaxError(where, why)));
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        if (tokens.size() > MAX_TOKENS) {
            throw new SyntaxError(
                    tokens.getFirst().written(), "constraint too long: split the rule");
        }
    }

    /// @param whole one constraint, without the comma after it
    /// @throws Unreadable on a syntax error
    public static Condition read(SourceToken whole) throws SyntaxError {
        ConditionReader reader = new ConditionReader(whole);
        Condition condition = reader.or();
        if (reader.peek().kind() != Kind.END) {
            throw reader.unknown();
        }
        return condition;
    }

    private Condition or() throws SyntaxError {
        int from = next;
        Condition left = and();
        while (taken("||")) {
            Condition right = and();
            left = new Condition.Or(since(from), left, right);
        }
        return left;
    }

    private Condition and() throws SyntaxError {
        int from = next;
        Condition left = comparison();
        while (taken("&&")) {
            Condition right = comparison();
            left = new Condition.And(since(from), left, right);
        }
        return left;
    }

    private Condition comparison() throws SyntaxError {
        int from = next;
        Condition left = sum();
        boolean not = peek().is("not");
        if (not) {
            next++;
        }
        if (taken("memberOf")) {
            Token list = peek();
            if (list.kind() != Kind.WORD) {
                throw new SyntaxError(
                        list.written(),
                        "expected the name of a list in `policies/` after `memberOf`");
            }
            next++;
            Condition member = new Condition.Member(since(from), left, list.text());
            return not ? new Condition.Not(since(from), member) : member;
        }
        Operator operator =
                Stream.of(Operator.values())
                        .filter(one -> peek().is(one.sign()))
                        .findFirst()
                        .orElse(null);
        if (not) {
            throw unknown();
        }
        if (operator == null) {
            return left;
        }
        next++;
        Condition right = sum();
        Condition compared = new Condition.Comparison(since(from), left, operator, right);
        if (Stream.of(Operator.values()).anyMatch(one -> peek().is(one.sign()))) {
            throw new SyntaxError(
                    peek().written(), "comparisons cannot be chained: join them with `&&`");
        }
        return compared;
    }

    private Condition sum() throws SyntaxError {
        int from = next;
        Condition left = single();
        while (peek().is("+") || peek().is("-")) {
            boolean minus = peek().is("-");
            next++;
            Condition right = single();
            left = new Condition.Sum(since(from), left, minus, right);
        }
        return left;
    }

    private Condition single() throws SyntaxError {
        int from = next;
        Token token = peek();
        if (++depth > DEEPEST) {
            throw new SyntaxError(token.written(), "constraint nested too deeply: split the rule");
        }
        Condition read =
                switch (token.kind()) {
                    case WORD -> word(token);
                    case NUMBER -> constant(token, Long.parseLong(token.text()));
                    case TEXT -> constant(token, token.text());
                    default -> {
                        if (taken("!")) {
                            Condition inner = single();
                            yield new Condition.Not(since(from), inner);
                        }
                        if (!taken("(")) {
                            throw unknown();
                        }
                        Condition inner = or();
                        if (!taken(")")) {
                            throw unknown();
                        }
                        yield inner;
                    }
                };
        depth--;
        return read;
    }

    private Condition word(Token token) throws SyntaxError {
        if (token.text().startsWith("$")) {
            throw new SyntaxError(
                    token.written(),
                    "`" + token.text() + "` can only be used in `then`: compare the fact itself");
        }
        next++;
        SourceToken written = token.written();
        return switch (token.text()) {
            case "true" -> new Condition.Constant(written, true);
            case "false" -> new Condition.Constant(written, false);
            default -> new Condition.Name(written, token.text());
        };
    }

    private Condition constant(Token token, Object value) {
        next++;
        return new Condition.Constant(token.written(), value);
    }

    private boolean taken(String sign) {
        boolean found = peek().is(sign);
        next += found ? 1 : 0;
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    /// The source from a token up to the last one taken.
    private SourceToken since(int from) {
        Token first = tokens.get(from);
        SourceToken start = first.written();
        return new SourceToken(
                whole.text().substring(first.start(), tokens.get(next - 1).end()),
                start.line(),
                start.column());
    }

    private SyntaxError unknown() {
        Token token = peek();
        if (token.kind() == Kind.END) {
            return new SyntaxError(token.written(), "`" + whole.text().strip() + "` is incomplete");
        }
        return new SyntaxError(
                token.written(),
                "`"
                        + token.text()
                        + "` is not allowed here: a constraint compares facts, values and literals with && || ! == != < <= > >= + - and `memberOf`");
    }
}
