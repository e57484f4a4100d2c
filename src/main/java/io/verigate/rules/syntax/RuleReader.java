package io.verigate.rules.syntax;

import io.verigate.rules.compile.RuleCompiler;
import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import io.verigate.rules.syntax.RuleText.Binding;
import io.verigate.rules.syntax.RuleText.Call;
import io.verigate.rules.syntax.RuleText.Metadata;
import io.verigate.rules.syntax.RuleTokens.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Reads one file of rules. The grammar is a small part of Drools' own: `rule "…" @…("…") when Request( … ) then
/// findings.…(…); end`. Everything else is told with its place, and reading goes on with the next rule.
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

    /// The rules of a file that could be read.
    ///
    /// @param refuse hears of every fault and its place
    public static List<RuleText> read(String text, BiConsumer<SourceToken, String> refuse) {
        return new RuleReader(text, refuse).file();
    }

    private List<RuleText> file() {
        List<RuleText> rules = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END) {
            int start = tokens.place();
            try {
                rules.add(rule());
            } catch (Stop stop) {
                refuse.accept(stop.where(), stop.why());
                tokens.skipToRule(start);
            }
        }
        return rules;
    }

    private RuleText rule() throws Stop {
        if (!tokens.peek().is("rule")) {
            throw tokens.stop(
                    "`%s` stands outside of a rule: a file holds nothing but rules"
                            .formatted(tokens.shown()));
        }
        tokens.take();
        Token name = tokens.take(Kind.TEXT, "a rule has a name in quotes: `rule \"…\"`");
        List<Metadata> metadata = metadata();
        if (!tokens.peek().is("when")) {
            throw tokens.stop(
                    ATTRIBUTES.contains(tokens.peek().text())
                            ? "`%s` is not allowed: the order of rules cannot matter"
                                    .formatted(tokens.shown())
                            : "`%s` is not expected here: after the lines with `@` comes `when`"
                                    .formatted(tokens.shown()));
        }
        tokens.take();
        String one = "`when` reads one `Request( … )` as it is, and nothing else";
        tokens.take("Request", one);
        tokens.take("(", one);
        List<SourceToken> constraints = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>();
        pattern(constraints, bindings);
        Token then = tokens.take("then", one + ": after it comes `then`");
        return new RuleText(name, metadata, constraints, bindings, then, calls());
    }

    private List<Metadata> metadata() throws Stop {
        List<Metadata> all = new ArrayList<>();
        String form = "metadata is written like `@id(\"HV-001\")`";
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

    private void pattern(List<SourceToken> constraints, List<Binding> bindings) throws Stop {
        int depth = 0;
        int from = tokens.place();
        while (depth > 0 || !tokens.peek().is(")")) {
            Token token = tokens.peek();
            if (token.kind() == Kind.END || token.is("then") || token.is("rule") || token.is(";")) {
                throw tokens.stop("the bracket of `Request(` is not closed");
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
            refuse.accept(first.written(), "a comparison is missing beside the comma");
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
                        first.written(), "a duration is named like `$wait : destinationWait`");
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

    private List<Call> calls() throws Stop {
        List<Call> calls = new ArrayList<>();
        while (!tokens.peek().is("end")) {
            if (tokens.peek().kind() == Kind.END || tokens.peek().is("rule")) {
                throw tokens.stop("the rule has no `end`");
            }
            calls.add(call("only calls such as `findings.advise(\"…\");` stand in `then`"));
        }
        tokens.take();
        return calls;
    }

    private Call call(String form) throws Stop {
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
            throw tokens.stopBefore("a call ends with `;`");
        }
        tokens.take();
        return new Call(verb, arguments);
    }
}
