package io.verigate.rules;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import java.time.Duration;
import java.util.List;

/// Writes the class `Request` that the rules of one rule set read: a getter for every fact, and one for every policy
/// value. So a misspelt name is a compile error, comparisons are typed, and a fact is one array access away.
final class RequestSource {
    static final String PACKAGE = "io.verigate.rules.compiled";
    static final String NAME = "Request";

    private RequestSource() {}

    static String of(Policies policies) {
        StringBuilder source =
                new StringBuilder("package " + PACKAGE + ";\n")
                        .append("public final class " + NAME + " {\n")
                        .append("  private final io.verigate.decision.Facts facts;\n")
                        .append(
                                "  public "
                                        + NAME
                                        + "(io.verigate.decision.Facts facts) { this.facts = facts; }\n");
        List<FactDefinition> facts = policies.schema().definitions();
        for (int place = 0; place < facts.size(); place++) {
            FactDefinition fact = facts.get(place);
            source.append(
                    "  public %s %s() { return facts.%s(%d); }%n"
                            .formatted(
                                    javaType(fact.type()),
                                    getter(fact.name(), fact.type()),
                                    fact.type().word(),
                                    place));
        }
        policies.values().values().stream()
                .filter(value -> value.type() != FactType.TEXT)
                .forEach(value -> source.append(constant(value)));
        return source.append("}\n").toString();
    }

    static String getter(String name, FactType type) {
        return (type == FactType.FLAG ? "is" : "get")
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1);
    }

    private static String constant(PolicyValue value) {
        String name = getter(value.name(), value.type());
        return switch (value.value()) {
            case Duration length ->
                    """
                      private static final java.time.Duration %1$s = java.time.Duration.ofMillis(%2$dL);
                      public java.time.Duration %3$s() { return %1$s; }
                    """
                            .formatted("VALUE_" + value.name(), length.toMillis(), name);
            case Long count -> "  public long %s() { return %dL; }%n".formatted(name, count);
            case Boolean flag -> "  public boolean %s() { return %b; }%n".formatted(name, flag);
            default -> "";
        };
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
