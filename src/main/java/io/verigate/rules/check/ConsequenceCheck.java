package io.verigate.rules.check;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.Scope;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.WireEnum;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleScanner.Token;
import io.verigate.rules.syntax.RuleText;
import io.verigate.rules.syntax.RuleText.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the `then` of one rule: known verbs, arguments of the right types, and at most one verdict.
final class ConsequenceCheck {
    private static final int MAX_CALLS = 30;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Map<String, Named> bound;
    private final RuleDiagnostics faults;

    /// A fact or value that `when` binds to a name.
    ///
    /// @param value for error messages: where a bound value that is no duration is defined; else empty
    record Named(FactType type, String value) {}

    /// @param bound by `$name`
    ConsequenceCheck(Map<String, Named> bound, RuleDiagnostics faults) {
        this.bound = bound;
        this.faults = faults;
    }

    void check(RuleText rule) {
        int verdicts = 0;
        for (Call call : rule.calls()) {
            Verb verb = verb(call);
            if (verb != null && verb.verdict() && ++verdicts == 2) {
                faults.form(
                        call.verb().written(),
                        "a rule can have only one verdict: split it into two rules");
            }
        }
        if (rule.calls().isEmpty()) {
            faults.form(
                    rule.then().written(),
                    "`then` is empty: call a verb such as `findings.advise(\"…\");`");
        }
        if (rule.calls().size() > MAX_CALLS) {
            faults.form(rule.then().written(), "`then` has more than 30 calls: split the rule");
        }
    }

    private @Nullable Verb verb(Call call) {
        String name = call.verb().text();
        Verb verb = Verb.BY_NAME.get(name);
        if (verb == null) {
            faults.add(
                    call.verb().written(),
                    "name",
                    "unknown verb `%s`%s"
                            .formatted(
                                    name,
                                    SpellingSuggestion.question(name, Verb.BY_NAME.keySet())));
            return null;
        }
        if (call.arguments().size() != verb.arguments().size()) {
            faults.add(
                    call.verb().written(),
                    "type",
                    "`%s` takes %d arguments: `%s`"
                            .formatted(name, verb.arguments().size(), verb.form()));
            return verb;
        }
        for (int i = 0; i < verb.arguments().size(); i++) {
            argument(call.arguments().get(i), verb.arguments().get(i));
        }
        return verb;
    }

    private void argument(Token given, Verb.Argument wanted) {
        Optional<String> text =
                given.kind() == Kind.TEXT ? Optional.of(given.text()) : Optional.empty();
        switch (wanted) {
            case SCOPE -> oneOf(given, "a scope", WireEnum.all(Scope.class));
            case SUBJECT -> oneOf(given, "a subject", WireEnum.all(SubjectKind.class));
            case MARK -> oneOf(given, "a mark", ActivityEvent.marks());
            case CODE -> {
                if (text.filter(code -> CODE.matcher(code).matches()).isEmpty()) {
                    wrong(given, "must be a code such as `\"try-another-method\"`");
                }
            }
            case DURATION -> duration(given);
        }
    }

    private void oneOf(Token given, String what, List<String> words) {
        if (given.kind() != Kind.TEXT || !words.contains(given.text())) {
            wrong(
                    given,
                    "is not %s%s Allowed, in quotes: %s"
                            .formatted(
                                    what,
                                    SpellingSuggestion.to(given.text(), words)
                                            .map(near -> ", did you mean `\"" + near + "\"`?")
                                            .orElse("."),
                                    String.join(", ", words)));
        }
    }

    private void duration(Token given) {
        Named named = given.kind() == Kind.WORD ? bound.get(given.text()) : null;
        if (named == null) {
            wrong(
                    given,
                    "must be a duration that `when` binds, such as `$wait : destinationWait`"
                            + SpellingSuggestion.question(given.text(), bound.keySet()));
        } else if (named.type() != FactType.DURATION) {
            wrong(
                    given,
                    "is a %s but must be a duration%s"
                            .formatted(named.type().wireName(), named.value()));
        }
    }

    private void wrong(Token given, String message) {
        faults.add(given.written(), "type", "`" + given.text() + "` " + message);
    }
}
