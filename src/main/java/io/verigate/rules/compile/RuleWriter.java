package io.verigate.rules.compile;

import io.verigate.decision.FactType;
import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.RuleScanner.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Generates DRL from the trees of checked rules, never from the text of a file. Names of facts get a prefix, so that none
/// collides with a keyword; a rule is named by its id.
final class RuleWriter {
    private final SymbolTable names;
    private final RulePrefilter screens;

    RuleWriter(SymbolTable names, RulePrefilter screens) {
        this.names = names;
        this.screens = screens;
    }

    /// One file with all rules.
    String write(List<CheckedRule> rules) {
        return rules.stream()
                .map(this::rule)
                .collect(Collectors.joining("", RuleCompiler.preamble() + "\n", ""));
    }

    private String rule(CheckedRule rule) {
        StringBuilder text =
                new StringBuilder("rule \"")
                        .append(rule.definition().id())
                        .append("\"\nwhen\n  Request(");
        String parts = String.join(",\n    ", conditions(rule));
        String bindings =
                rule.text().bindings().stream()
                        .map(one -> one.name().text() + " : " + property(one.fact().text()))
                        .collect(Collectors.joining(",\n    "));
        text.append(parts)
                .append(parts.isEmpty() || bindings.isEmpty() ? "" : ",\n    ")
                .append(bindings);
        text.append(")\nthen\n");
        rule.text()
                .calls()
                .forEach(call ->
                        text.append("  ")
                                .append(RuleCompiler.FINDINGS)
                                .append('.')
                                .append(call.verb().text())
                                .append('(')
                                .append(
                                        call.arguments().stream()
                                                .map(one ->
                                                        one.kind() == Kind.TEXT
                                                                ? JavaWriter.constant(one.text())
                                                                : one.text())
                                                .collect(Collectors.joining(", ")))
                                .append(");\n"));
        return text.append("end\n").toString();
    }

    private List<String> conditions(CheckedRule rule) {
        RulePrefilter.Place place = screens.of(rule);
        int asked = place == null ? rule.conditions().size() : place.after();
        List<String> conditions = new ArrayList<>();
        rule.conditions().subList(0, asked).forEach(one -> conditions.add(condition(one)));
        if (place != null) {
            conditions.add(screen(place.screen()));
            conditions.add(rest(place.rest()));
        }
        return conditions;
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> property(name.name());
            case Condition.Constant constant -> JavaWriter.constant(constant.value());
            case Condition.Not not -> "!" + inner(not.inner());
            case Condition.And and -> inner(and.left()) + " && " + inner(and.right());
            case Condition.Or or -> inner(or.left()) + " || " + inner(or.right());
            case Condition.Comparison one ->
                    inner(one.left()) + " " + one.operator().sign() + " " + inner(one.right());
            case Condition.Sum sum ->
                    inner(sum.left()) + (sum.minus() ? " - " : " + ") + inner(sum.right());
            case Condition.Member member ->
                    member(((Condition.Name) member.left()).name(), member.list());
        };
    }

    /// In parentheses unless it is a single name, constant or negation.
    private String inner(Condition condition) {
        return switch (condition) {
            case Condition.Name name -> condition(name);
            case Condition.Constant constant -> condition(constant);
            case Condition.Not not -> condition(not);
            case Condition.Member member -> condition(member);
            default -> "(" + condition(condition) + ")";
        };
    }

    private String property(String name) {
        return names.type(name) == FactType.FLAG ? flag(name) : value(name);
    }

    /// The property of a flag.
    static String flag(String name) {
        return "flag_" + name;
    }

    /// The property of anything else.
    static String value(String name) {
        return "the_" + name;
    }

    /// The property that is true when any rule behind a screen fires.
    static String screen(int number) {
        return "screen_" + number;
    }

    /// The property that is true when the constraints behind a screen hold.
    static String rest(int number) {
        return "rest_" + number;
    }

    /// The property that is true when a fact is in a list.
    static String member(String fact, String list) {
        return "is_" + fact + "_in_" + list;
    }
}
