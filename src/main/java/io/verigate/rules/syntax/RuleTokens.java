package io.verigate.rules.syntax;

import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import java.util.List;
import java.util.function.BiConsumer;

/// Token stream of one file of rules.
final class RuleTokens {
    private final List<Token> all;
    private int next;

    /// @param refuse receives errors of the scanner
    RuleTokens(String text, BiConsumer<SourceToken, String> refuse) {
        this.all = RuleScanner.scan(new SourceToken(text, 1, 1), refuse);
    }

    /// Index of the next token.
    int place() {
        return next;
    }

    Token get(int place) {
        return all.get(place);
    }

    Token peek() {
        return all.get(next);
    }

    /// Takes the next token; at the end, always `END`.
    Token take() {
        Token token = peek();
        next = Math.min(next + 1, all.size() - 1);
        return token;
    }

    Token take(Kind kind, String otherwise) throws SyntaxError {
        if (peek().kind() != kind) {
            throw stop(otherwise);
        }
        return take();
    }

    Token take(String sign, String otherwise) throws SyntaxError {
        if (!peek().is(sign)) {
            throw stop(otherwise);
        }
        return take();
    }

    /// The next token in error messages.
    String shown() {
        String found = peek().kind() == Kind.END ? "the end of the file" : peek().text();
        return found.length() > 40 ? found.substring(0, 40) + "…" : found;
    }

    /// An error at the next token.
    SyntaxError stop(String why) {
        return new SyntaxError(peek().written(), why);
    }

    /// An error right after the previous token.
    SyntaxError stopBefore(String why) {
        SourceToken before = all.get(next - 1).written();
        int column = before.column() + before.text().length();
        return new SyntaxError(new SourceToken("", before.line(), column), why);
    }

    /// Skips to the next rule after a token: `rule` as the first word of a line.
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
