package io.verigate.rules.lint;

import io.verigate.decision.Mode;
import io.verigate.decision.Verdict;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.Policies;
import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.check.Verb;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.RuleScanner;
import io.verigate.rules.syntax.RuleScanner.Kind;
import io.verigate.rules.syntax.RuleText.Metadata;
import io.verigate.rules.syntax.SourceToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Warnings about rules that load but probably do not do what was meant: rules that never fire or are redundant, unused
/// bindings, deprecated metadata, and ladders that start above their rule.
public final class RuleWarnings {
    private final List<CheckedRule> rules;
    private final LadderWarnings ladders;
    private final Contradictions contradictions;
    private final List<Diagnostic> found = new ArrayList<>();

    RuleWarnings(Policies policies, List<CheckedRule> rules) {
        this.rules = rules;
        this.ladders = new LadderWarnings(policies);
        this.contradictions = new Contradictions(policies);
    }

    /// A rule, prepared for comparison with others.
    ///
    /// @param ways empty when there are too many
    /// @param names that it reads
    /// @param calls of `then`, with bound names resolved to facts
    private record Sense(
            CheckedRule rule, Optional<ConditionPaths> ways, Set<String> names, Set<String> calls) {
        /// Its marks, which no verdict of another rule makes redundant.
        Set<String> marks() {
            return calls.stream()
                    .filter(call -> call.startsWith(Verb.MARK.call()))
                    .collect(Collectors.toSet());
        }

        boolean enforced() {
            return rule.definition().mode() == Mode.ENFORCE;
        }

        Verdict strength() {
            return rule.text().calls().stream()
                    .map(call -> Verb.BY_NAME.get(call.verb().text()))
                    .map(verb -> verb == null ? Verdict.ALLOW : verb.strength())
                    .max(Comparator.naturalOrder())
                    .orElse(Verdict.ALLOW);
        }
    }

    List<Diagnostic> all() {
        List<Sense> able = new ArrayList<>();
        for (CheckedRule rule : rules) {
            deprecatedNames(rule);
            unusedNames(rule);
            found.addAll(ladders.below(rule));
            Sense sense = sense(rule);
            Optional<List<Condition>> conflict = sense.ways().flatMap(contradictions::in);
            conflict.ifPresentOrElse(tests -> never(rule, tests), () -> able.add(sense));
        }
        Set<CheckedRule> told = new HashSet<>();
        for (Sense one : able) {
            able.stream()
                    .filter(other -> other != one && !told.contains(other.rule()))
                    .filter(other -> pointless(one, other))
                    .findFirst()
                    .ifPresent(other -> {
                        told.add(one.rule());
                        pointless(one.rule(), other);
                    });
        }
        return found;
    }

    private static Sense sense(CheckedRule rule) {
        Set<String> names = new HashSet<>();
        rule.conditions().forEach(condition -> names(condition, names));
        return new Sense(rule, ConditionPaths.of(rule.conditions()), names, calls(rule));
    }

    /// Adds all names in a condition, lists included.
    public static void names(Condition condition, Set<String> into) {
        switch (condition) {
            case Condition.Name name -> into.add(name.name());
            case Condition.Member member -> into.add(member.list());
            default -> {}
        }
        condition.parts().forEach(part -> names(part, into));
    }

    private static Set<String> calls(CheckedRule rule) {
        Map<String, String> bound = new HashMap<>();
        rule.text().bindings().forEach(one -> bound.put(one.name().text(), one.fact().text()));
        return rule.text().calls().stream()
                .map(call ->
                        call.verb().text()
                                + call.arguments().stream()
                                        .map(one ->
                                                one.kind() == Kind.TEXT
                                                        ? one.text()
                                                        : bound.getOrDefault(one.text(), ""))
                                        .toList())
                .collect(Collectors.toSet());
    }

    private void never(CheckedRule rule, List<Condition> tests) {
        Condition last = tests.getLast();
        String shown =
                tests.stream()
                        .map(test -> "`" + test.written().text().replaceAll("\\s+", " ") + "`")
                        .distinct()
                        .collect(Collectors.joining(" and "));
        String why =
                tests.size() == 1
                                || tests.stream()
                                                .map(test -> test.written().text())
                                                .distinct()
                                                .count()
                                        == 1
                        ? shown + " never holds"
                        : shown + " cannot both hold";
        warn(
                rule,
                last.written(),
                "never-fires",
                "rule %s can never fire: %s".formatted(rule.definition().id(), why));
    }

    /// Whether `other` fires whenever `one` does, with the same or a stronger effect.
    private boolean pointless(Sense one, Sense other) {
        boolean covered =
                one.strength() != Verdict.ALLOW
                                && one.strength().compareTo(other.strength()) < 0
                                && other.calls().containsAll(one.marks())
                        || other.calls().containsAll(one.calls())
                                && one.rule()
                                        .definition()
                                        .reason()
                                        .equals(other.rule().definition().reason());
        return covered
                && one.enforced()
                && other.enforced()
                && one.names().containsAll(other.names())
                && implies(one, other);
    }

    private boolean implies(Sense one, Sense other) {
        return one.ways().isPresent()
                && other.rule().conditions().stream()
                        .allMatch(condition ->
                                one.ways()
                                        .get()
                                        .without(condition)
                                        .flatMap(contradictions::in)
                                        .isPresent());
    }

    private void pointless(CheckedRule rule, Sense other) {
        warn(
                rule,
                rule.text().name().written(),
                "pointless",
                "rule %s is redundant: whenever it fires, %s fires too (%s:%d) with the same or a stronger effect"
                        .formatted(
                                rule.definition().id(),
                                other.rule().definition().id(),
                                other.rule().definition().file(),
                                other.rule().definition().line()));
    }

    private void deprecatedNames(CheckedRule rule) {
        rule.text().metadata().stream()
                .filter(Metadata::deprecated)
                .forEach(one ->
                        warn(
                                rule,
                                one.name().written(),
                                "deprecated",
                                "`@%s` is deprecated: use `@%s`"
                                        .formatted(one.name().text(), one.meaning())));
    }

    private void unusedNames(CheckedRule rule) {
        Set<String> used =
                rule.text().calls().stream()
                        .flatMap(call -> call.arguments().stream())
                        .filter(one -> one.kind() == Kind.WORD)
                        .map(RuleScanner.Token::text)
                        .collect(Collectors.toSet());
        rule.text().bindings().stream()
                .filter(one -> !used.contains(one.name().text()))
                .forEach(one ->
                        warn(
                                rule,
                                one.name().written(),
                                "unused",
                                "`%s` is not used in `then`: use it or remove it"
                                        .formatted(one.name().text())));
    }

    private void warn(CheckedRule rule, SourceToken where, String topic, String message) {
        found.add(
                Diagnostic.warning(
                        rule.definition().file(), where.line(), where.column(), topic, message));
    }
}
