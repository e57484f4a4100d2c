package io.verigate.rules;

import io.verigate.rules.RuleScanner.Kind;
import io.verigate.rules.RuleScanner.Token;
import io.verigate.rules.RuleText.Binding;
import io.verigate.rules.RuleText.Call;
import io.verigate.rules.RuleText.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Reads one file of rules. The grammar is a small part of Drools' own: `rule "…" @…("…") when Request( … ) then
/// findings.…(…); end`. Everything else is told with its place, and reading goes on with the next rule.
final class RuleReader {
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
    private final BiConsumer<Written, String> refuse;
    private final List<Token> tokens;
    private int next;

    private RuleReader(String text, BiConsumer<Written, String> refuse) {
        this.text = text;
        this.refuse = refuse;
        this.tokens = RuleScanner.scan(new Written(text, 1, 1), refuse);
    }

    /// The rules of a file that could be read.
    ///
    /// @param refuse hears of every fault and its place
    static List<RuleText> read(String text, BiConsumer<Written, String> refuse) {
        return new RuleReader(text, refuse).file();
    }

    private List<RuleText> file() {
        List<RuleText> rules = new ArrayList<>();
        while (peek().kind() != Kind.END) {
            int start = next;
            try {
                rules.add(rule());
            } catch (Stop stop) {
                refuse.accept(stop.where, stop.getMessage());
                next = Math.max(next, start + 1);
                skipToRule();
            }
        }
        return rules;
    }

    private RuleText rule() throws Stop {
        if (!peek().is("rule")) {
            throw stop(
                    "`%s` stands outside of a rule: a file holds nothing but rules"
                            .formatted(shown()));
        }
        take();
        Token name = take(Kind.TEXT, "a rule has a name in quotes: `rule \"…\"`");
        List<Metadata> metadata = metadata();
        if (!peek().is("when")) {
            throw stop(
                    ATTRIBUTES.contains(peek().text())
                            ? "`%s` is not allowed: the order of rules cannot matter"
                                    .formatted(shown())
                            : "`%s` is not expected here: after the lines with `@` comes `when`"
                                    .formatted(shown()));
        }
        take();
        String one = "`when` reads one `Request( … )` as it is, and nothing else";
        take("Request", one);
        take("(", one);
        List<Written> constraints = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>();
        pattern(constraints, bindings);
        Token then = take("then", one + ": after it comes `then`");
        return new RuleText(name, metadata, constraints, bindings, then, calls());
    }

    private List<Metadata> metadata() throws Stop {
        List<Metadata> all = new ArrayList<>();
        String form = "metadata is written like `@id(\"HV-001\")`";
        while (peek().is("@")) {
            take();
            Token name = take(Kind.WORD, form);
            take("(", form);
            Token value = take(Kind.TEXT, form);
            take(")", form);
            all.add(new Metadata(name, value));
        }
        return all;
    }

    private void pattern(List<Written> constraints, List<Binding> bindings) throws Stop {
        int depth = 0;
        int from = next;
        while (depth > 0 || !peek().is(")")) {
            Token token = peek();
            if (token.kind() == Kind.END || token.is("then") || token.is("rule") || token.is(";")) {
                throw stop("the bracket of `Request(` is not closed");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            take();
            if (depth == 0 && token.is(",")) {
                part(from, next - 1, constraints, bindings);
                from = next;
            }
        }
        if (next > from || !constraints.isEmpty() || !bindings.isEmpty()) {
            part(from, next, constraints, bindings);
        }
        take();
    }

    private void part(int from, int to, List<Written> constraints, List<Binding> bindings) {
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
        Written start = first.written();
        constraints.add(
                new Written(
                        text.substring(first.start(), tokens.get(to - 1).end()),
                        start.line(),
                        start.column()));
    }

    private List<Call> calls() throws Stop {
        List<Call> calls = new ArrayList<>();
        while (!peek().is("end")) {
            String form = "only calls such as `findings.advise(\"…\");` stand in `then`";
            if (peek().kind() == Kind.END || peek().is("rule")) {
                throw stop("the rule has no `end`");
            }
            take(RuleCompiler.FINDINGS, form);
            take(".", form);
            Token verb = take(Kind.WORD, form);
            take("(", form);
            List<Token> arguments = new ArrayList<>();
            while (!peek().is(")")) {
                if (!arguments.isEmpty()) {
                    take(",", form);
                }
                if (peek().kind() != Kind.TEXT && peek().kind() != Kind.WORD) {
                    throw stop(form);
                }
                arguments.add(take());
            }
            take();
            if (!peek().is(";")) {
                Written before = tokens.get(next - 1).written();
                throw new Stop(
                        new Written("", before.line(), before.column() + before.text().length()),
                        "a call ends with `;`");
            }
            take();
            calls.add(new Call(verb, arguments));
        }
        take();
        return calls;
    }

    /// A rule begins where `rule` is the first word of its line.
    private void skipToRule() {
        while (peek().kind() != Kind.END) {
            boolean first =
                    next == 0 || tokens.get(next - 1).written().line() < peek().written().line();
            if (peek().is("rule") && first) {
                return;
            }
            take();
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private Token take(Kind kind, String otherwise) throws Stop {
        if (peek().kind() != kind) {
            throw stop(otherwise);
        }
        return take();
    }

    private Token take(String sign, String otherwise) throws Stop {
        if (!peek().is(sign)) {
            throw stop(otherwise);
        }
        return take();
    }

    private String shown() {
        String found = peek().kind() == Kind.END ? "the end of the file" : peek().text();
        return found.length() > 40 ? found.substring(0, 40) + "…" : found;
    }

    private Stop stop(String message) {
        return new Stop(peek().written(), message);
    }

    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Written where;

        Stop(Written where, String message) {
            super(message);
            this.where = where;
        }
    }
}
