package io.verigate.rules.compile;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.check.SymbolTable;
import io.verigate.rules.syntax.Condition;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Generates the class `Request` that the rules of one rule set read, with a typed getter for every fact, value, list
/// membership and screen. Reading a fact is one array access.
final class RequestSource {
    static final String PACKAGE = "io.verigate.rules.compiled";
    static final String NAME = "Request";

    private final Policies policies;
    private final StringBuilder source = new StringBuilder();

    private RequestSource(Policies policies) {
        this.policies = policies;
    }

    static String of(Policies policies, List<CheckedRule> rules, RulePrefilter screens) {
        RequestSource request = new RequestSource(policies);
        request.source.append(
                """
                package %s;
                public final class %s {
                  private final io.verigate.decision.Facts facts;
                  private final io.verigate.policy.PolicyTexts constants;
                  public %2$s(io.verigate.decision.Facts facts, io.verigate.policy.PolicyTexts constants) {
                    this.facts = facts;
                    this.constants = constants;
                  }
                """
                        .formatted(PACKAGE, NAME));
        List<FactDefinition> facts = policies.schema().definitions();
        for (int place = 0; place < facts.size(); place++) {
            FactDefinition fact = facts.get(place);
            request.getter(fact.name(), fact.type(), request.fact(fact, place));
        }
        policies.values().values().forEach(request::value);
        Set<Condition.Member> members =
                new TreeSet<>(Comparator.comparing(RequestSource::property));
        rules.forEach(rule -> rule.conditions().forEach(one -> collect(one, members)));
        members.forEach(request::member);
        request.screens(screens);
        return request.source.append("}\n").toString();
    }

    private String fact(FactDefinition fact, int place) {
        return "facts.%s(%d)".formatted(fact.type().wireName(), place);
    }

    private void value(PolicyValue value) {
        String name = value.name();
        switch (value.value()) {
            case Duration length -> {
                source.append(
                        "  private static final java.time.Duration VALUE_%s = java.time.Duration.ofMillis(%dL);%n"
                                .formatted(name, length.toMillis()));
                getter(name, FactType.DURATION, "VALUE_" + name);
            }
            case Long count -> getter(name, FactType.COUNT, count + "L");
            case Boolean flag -> getter(name, FactType.FLAG, flag.toString());
            default -> getter(name, FactType.TEXT, "constants.text(\"" + name + "\")");
        }
    }

    private void member(Condition.Member member) {
        String name = ((Condition.Name) member.left()).name();
        FactType type = Objects.requireNonNull(new SymbolTable(policies).type(name));
        if (type == FactType.FLAG) {
            throw new IllegalStateException("`" + name + "` is a flag, and lists hold no flags");
        }
        getter(
                "is",
                property(member),
                FactType.FLAG,
                "constants.lists(\"%s\", %s)".formatted(member.list(), call(name, type)));
    }

    private void screens(RulePrefilter screens) {
        JavaWriter java = new JavaWriter(new SymbolTable(policies));
        List<List<Condition>> rests = screens.rests();
        for (int number = 0; number < rests.size(); number++) {
            getter("is", RuleWriter.rest(number), FactType.FLAG, java.allOf(rests.get(number)));
        }
        for (int number = 0; number < screens.all().size(); number++) {
            String any =
                    screens.all().get(number).stream()
                            .map(rest -> "is" + capital(RuleWriter.rest(rest)) + "()")
                            .collect(Collectors.joining(" || "));
            getter("is", RuleWriter.screen(number), FactType.FLAG, any);
        }
    }

    private static void collect(Condition condition, Set<Condition.Member> into) {
        if (condition instanceof Condition.Member member) {
            into.add(member);
        }
        condition.parts().forEach(part -> collect(part, into));
    }

    private static String property(Condition.Member member) {
        return RuleWriter.member(((Condition.Name) member.left()).name(), member.list());
    }

    private void getter(String name, FactType type, String expression) {
        boolean flag = type == FactType.FLAG;
        getter(
                flag ? "is" : "get",
                flag ? RuleWriter.flag(name) : RuleWriter.value(name),
                type,
                expression);
    }

    private void getter(String verb, String property, FactType type, String expression) {
        source.append(
                "  public %s %s%s() { return %s; }%n"
                        .formatted(javaType(type), verb, capital(property), expression));
    }

    /// The call that reads a fact or value inside of `Request`.
    static String call(String name, FactType type) {
        return type == FactType.FLAG
                ? "is" + capital(RuleWriter.flag(name)) + "()"
                : "get" + capital(RuleWriter.value(name)) + "()";
    }

    /// The call that tests a list membership inside of `Request`.
    static String call(Condition.Member member) {
        return "is" + capital(property(member)) + "()";
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String javaType(FactType type) {
        return switch (type) {
            case FLAG -> "boolean";
            case COUNT -> "long";
            case DURATION -> "java.time.Duration";
            case TIME -> "java.time.Instant";
            case TEXT -> "String";
        };
    }
}
