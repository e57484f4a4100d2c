package io.verigate.rules.syntax;

import io.verigate.rules.compile.RuleCompiler;
import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import io.verigate.rules.syntax.RuleText.Binding;
import io.verigate.rules.syntax.RuleText.Call;
import io.verigate.rules.syntax.RuleText.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Parses one file of rules. The grammar is a small subset of DRL: `rule "…" @…("…") when Request( … ) then
/// findings.…(…); end`. Anything else is an error; parsing then continues with the next rule.
public final class RuleReader {
    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "salience",
                    "no",
                    "lock",
                    "agenda",
                    "activation",
                    "auto",
                    "dialect",
                    "enabled",
                    "duration",
                    "timer",
                    "calendars",
                    "ruleflow",
                    "date");

    private final String text;
    private final BiConsumer<SourceToken, String> refuse;
    private final RuleTokens tokens;

    private RuleReader(String text, BiConsumer<SourceToken, String> refuse) {
        this.text = text;
        this.refuse = refuse;
        this.tokens = new RuleTokens(text, refuse);
    }

    /// The rules of a file that could be parsed.
    ///
    /// @param refuse receives every error with its position
    public static List<RuleText> read(String text, BiConsumer<SourceToken, String> refuse) {
        return new RuleReader(text, refuse).file();
    }

    private List<RuleText> file() {
        List<RuleText> rules = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END) {
            int start = tokens.place();
            try {
                rules.add(rule());
            } catch (SyntaxError e) {
                refuse.accept(e.written(), e.why());
                tokens.skipToRule(start);
            }
        }
        return rules;
    }

    private RuleText rule() throws SyntaxError {
        if (!tokens.peek().is("rule")) {
            throw tokens.stop(
                    "unexpected `%s`: a file can only contain rules".formatted(tokens.shown()));
        }
        tokens.take();
        Token name = tokens.take(Kind.TEXT, "expected a rule name in quotes: `rule \"…\"`");
        List<Metadata> metadata = metadata();
        if (!tokens.peek().is("when")) {
            throw tokens.stop(
                    ATTRIBUTES.contains(tokens.peek().text())
                            ? "`%s` is not allowed: the order of rules must not matter"
                                    .formatted(tokens.shown())
                            : "unexpected `%s`: expected `when` after the metadata"
                                    .formatted(tokens.shown()));
        }
        tokens.take();
        String one = "`when` must be a single `Request( … )`";
        tokens.take("Request", one);
        tokens.take("(", one);
        List<SourceToken> constraints = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>();
        pattern(constraints, bindings);
        Token then = tokens.take("then", one + ", followed by `then`");
        return new RuleText(name, metadata, constraints, bindings, then, calls());
    }

    private List<Metadata> metadata() throws SyntaxError {
        List<Metadata> all = new ArrayList<>();
        String form = "expected metadata such as `@id(\"HV-001\")`";
        while (tokens.peek().is("@")) {
            tokens.take();
            Token name = tokens.take(Kind.WORD, form);
            tokens.take("(", form);
            Token value = tokens.take(Kind.TEXT, form);
            tokens.take(")", form);
            all.add(new Metadata(name, value));
        }
        return all;
    }

    private void pattern(List<SourceToken> constraints, List<Binding> bindings) throws SyntaxError {
        int depth = 0;
        int from = tokens.place();
        while (depth > 0 || !tokens.peek().is(")")) {
            Token token = tokens.peek();
            if (token.kind() == Kind.END || token.is("then") || token.is("rule") || token.is(";")) {
                throw tokens.stop("expected `)` to close `Request(`");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            tokens.take();
            if (depth == 0 && token.is(",")) {
                part(from, tokens.place() - 1, constraints, bindings);
                from = tokens.place();
            }
        }
        if (tokens.place() > from || !constraints.isEmpty() || !bindings.isEmpty()) {
            part(from, tokens.place(), constraints, bindings);
        }
        tokens.take();
    }

    private void part(int from, int to, List<SourceToken> constraints, List<Binding> bindings) {
        Token first = tokens.get(from);
        if (from == to) {
            refuse.accept(first.written(), "expected a constraint next to the comma");
            return;
        }
        if (to - from >= 2 && tokens.get(from + 1).is(":")) {
            boolean plain =
                    to - from == 3
                            && first.text().startsWith("$")
                            && tokens.get(from + 2).kind() == Kind.WORD;
            if (plain) {
                bindings.add(new Binding(first, tokens.get(from + 2)));
            } else {
                refuse.accept(
                        first.written(),
                        "a duration must be bound as in `$wait : destinationWait`");
            }
            return;
        }
        SourceToken start = first.written();
        constraints.add(
                new SourceToken(
                        text.substring(first.start(), tokens.get(to - 1).end()),
                        start.line(),
                        start.column()));
    }

    private List<Call> calls() throws SyntaxError {
        List<Call> calls = new ArrayList<>();
        while (!tokens.peek().is("end")) {
            if (tokens.peek().kind() == Kind.END || tokens.peek().is("rule")) {
                throw tokens.stop("expected `end`");
            }
            calls.add(call("`then` can only contain calls such as `findings.advise(\"…\");`"));
        }
        tokens.take();
        return calls;
    }

    private Call call(String form) throws SyntaxError {
        tokens.take(RuleCompiler.FINDINGS, form);
        tokens.take(".", form);
        Token verb = tokens.take(Kind.WORD, form);
        tokens.take("(", form);
        List<Token> arguments = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            if (!arguments.isEmpty()) {
                tokens.take(",", form);
            }
            if (tokens.peek().kind() != Kind.TEXT && tokens.peek().kind() != Kind.WORD) {
                throw tokens.stop(form);
            }
            arguments.add(tokens.take());
        }
        tokens.take();
        if (!tokens.peek().is(";")) {
            throw tokens.stopBefore("expected `;`");
        }
        tokens.take();
        return new Call(verb, arguments);
    }
}
