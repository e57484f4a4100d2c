package io.verigate.rules.syntax;

import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import java.util.List;
import java.util.function.BiConsumer;

/// The tokens of a file of rules, taken one after the other.
final class RuleTokens {
    private final List<Token> all;
    private int next;

    /// @param refuse hears of what is no token
    RuleTokens(String text, BiConsumer<SourceToken, String> refuse) {
        this.all = RuleScanner.scan(new SourceToken(text, 1, 1), refuse);
    }

    /// A rule cannot be read any further.
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient SourceToken where;
        private final String why;

        private Stop(SourceToken where, String why) {
            super(why);
            this.where = where;
            this.why = why;
        }

        SourceToken where() {
            return where;
        }

        String why() {
            return why;
        }
    }

    /// The number of the next token, from 0.
    int place() {
        return next;
    }

    Token get(int place) {
        return all.get(place);
    }

    Token peek() {
        return all.get(next);
    }

    /// The next token; at the end, always the end.
    Token take() {
        Token token = peek();
        next = Math.min(next + 1, all.size() - 1);
        return token;
    }

    Token take(Kind kind, String otherwise) throws Stop {
        if (peek().kind() != kind) {
            throw stop(otherwise);
        }
        return take();
    }

    Token take(String sign, String otherwise) throws Stop {
        if (!peek().is(sign)) {
            throw stop(otherwise);
        }
        return take();
    }

    /// How the next token is shown to people.
    String shown() {
        String found = peek().kind() == Kind.END ? "the end of the file" : peek().text();
        return found.length() > 40 ? found.substring(0, 40) + "…" : found;
    }

    /// The fault lies in the next token.
    Stop stop(String why) {
        return new Stop(peek().written(), why);
    }

    /// The fault lies right behind the token before.
    Stop stopBefore(String why) {
        SourceToken before = all.get(next - 1).written();
        int column = before.column() + before.text().length();
        return new Stop(new SourceToken("", before.line(), column), why);
    }

    /// Passes over everything up to the next rule behind a token: it begins where `rule` is the first word of its line.
    void skipToRule(int behind) {
        next = Math.max(next, Math.min(behind + 1, all.size() - 1));
        while (peek().kind() != Kind.END) {
            boolean first = all.get(next - 1).written().line() < peek().written().line();
            if (peek().is("rule") && first) {
                return;
            }
            take();
        }
    }
}
