package io.verigate.rules.check;

import io.verigate.decision.FactType;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.policy.ListEntry;
import io.verigate.policy.Literal;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.SourceToken;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Checks names and types in one constraint: known facts, values and lists, compared with operands of the same type.
final class ConstraintCheck {
    private static final Set<FactType> ORDERED =
            EnumSet.of(FactType.COUNT, FactType.DURATION, FactType.TIME);
    private static final Set<FactType> LISTED = EnumSet.of(FactType.TEXT, FactType.COUNT);

    private final SymbolTable names;
    private final RuleDiagnostics faults;

    ConstraintCheck(SymbolTable names, RuleDiagnostics faults) {
        this.names = names;
        this.faults = faults;
    }

    void check(Condition condition) {
        type(condition)
                .filter(type -> type != FactType.FLAG)
                .ifPresent(type ->
                        wrong(
                                condition,
                                "%s is a %s, not a condition: compare it with something"
                                        .formatted(shown(condition), type.wireName())));
    }

    /// The type of a name; empty, with a fault, when it is unknown.
    Optional<FactType> name(SourceToken written) {
        String name = written.text();
        FactType type = names.type(name);
        if (type == null) {
            String hint =
                    name.equals("null")
                            ? ": facts are never null, and an unknown text is `\"\"`"
                            : names.list(name)
                                    ? ": it is a list, so write `phoneRegion memberOf " + name + "`"
                                    : SpellingSuggestion.question(name, names.all());
            faults.add(written, "name", "unknown fact or value `" + name + "`" + hint);
        }
        return Optional.ofNullable(type);
    }

    private Optional<FactType> type(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> name(name.written());
            case Condition.Constant constant ->
                    Optional.of(
                            switch (constant.value()) {
                                case Boolean flag -> FactType.FLAG;
                                case Long count -> FactType.COUNT;
                                default -> FactType.TEXT;
                            });
            case Condition.Not not -> expect(not.inner(), FactType.FLAG);
            case Condition.And and -> both(and.left(), and.right(), FactType.FLAG);
            case Condition.Or or -> both(or.left(), or.right(), FactType.FLAG);
            case Condition.Sum sum -> both(sum.left(), sum.right(), FactType.COUNT);
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Member member -> member(member);
        };
    }

    private Optional<FactType> both(Condition left, Condition right, FactType wanted) {
        expect(left, wanted);
        return expect(right, wanted);
    }

    private Optional<FactType> comparison(Condition.Comparison comparison) {
        Optional<FactType> left = type(comparison.left());
        Optional<FactType> right = type(comparison.right());
        if (left.isPresent() && right.isPresent()) {
            compare(comparison, left.get(), right.get());
        }
        return Optional.of(FactType.FLAG);
    }

    private void compare(Condition.Comparison comparison, FactType left, FactType right) {
        if (left != right) {
            wrong(
                    comparison,
                    "%s compares a %s with a %s%s%s"
                            .formatted(
                                    shown(comparison),
                                    left.wireName(),
                                    right.wireName(),
                                    written(comparison.left(), right),
                                    written(comparison.right(), left)));
        } else if (comparison.operator().orders() && !ORDERED.contains(left)) {
            wrong(
                    comparison,
                    "%s: a %s has no order, so use only `==` and `!=`"
                            .formatted(shown(comparison), left.wireName()));
        }
        if (left == FactType.FLAG && !(plain(comparison.left()) && plain(comparison.right()))) {
            wrong(
                    comparison,
                    "a flag cannot be compared with an expression: use `&&`, `||` and `!` instead");
        }
        word(comparison.left(), comparison.right());
        word(comparison.right(), comparison.left());
    }

    private static boolean plain(Condition condition) {
        return condition instanceof Condition.Name || condition instanceof Condition.Constant;
    }

    /// A text that the fact can never have is a typo.
    private void word(Condition fact, Condition literal) {
        if (fact instanceof Condition.Name name
                && literal instanceof Condition.Constant constant
                && constant.value() instanceof String text) {
            names.never(name.name(), text)
                    .ifPresent(why -> faults.add(literal.written(), "word", why));
        }
    }

    private Optional<FactType> member(Condition.Member member) {
        type(member.left())
                .filter(type -> !LISTED.contains(type))
                .ifPresent(type ->
                        wrong(
                                member.left(),
                                "%s is a %s, but lists only hold texts and counts"
                                        .formatted(shown(member.left()), type.wireName())));
        if (!(member.left() instanceof Condition.Name)) {
            wrong(member.left(), "expected a fact before `memberOf`");
        }
        if (member.left() instanceof Condition.Name name) {
            names.entries(member.list()).forEach(entry -> entry(name.name(), entry));
        }
        if (!names.list(member.list())) {
            faults.add(
                    member.written(),
                    "name",
                    "unknown list `%s`%s"
                            .formatted(
                                    member.list(),
                                    SpellingSuggestion.question(member.list(), names.lists())));
        }
        return Optional.of(FactType.FLAG);
    }

    /// So is a list entry that the fact can never have.
    private void entry(String fact, ListEntry entry) {
        boolean count =
                names.type(fact) != FactType.COUNT
                        || Literal.count(entry.text())
                                .filter(number -> number.toString().equals(entry.text()))
                                .isPresent();
        names.never(fact, entry.text())
                .or(() ->
                        count
                                ? Optional.empty()
                                : Optional.of(
                                        "`%s` is never `%s`: it is a count"
                                                .formatted(fact, entry.text())))
                .ifPresent(why -> faults.add(entry.place().fault(why).about("word")));
    }

    private String written(Condition side, FactType wanted) {
        return side instanceof Condition.Name name ? names.written(name.name(), wanted) : "";
    }

    private Optional<FactType> expect(Condition condition, FactType wanted) {
        type(condition)
                .filter(found -> found != wanted)
                .ifPresent(found ->
                        wrong(
                                condition,
                                "%s is a %s but must be a %s%s"
                                        .formatted(
                                                shown(condition),
                                                found.wireName(),
                                                wanted.wireName(),
                                                written(condition, wanted))));
        return Optional.of(wanted);
    }

    private void wrong(Condition where, String message) {
        faults.add(where.written(), "type", message);
    }

    private static String shown(Condition condition) {
        return "`" + condition.written().text().replaceAll("\\s+", " ") + "`";
    }
}
