package io.verigate.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The expected outcome of a decision. Only named properties are compared.
///
/// @param wanted by name, in the order of reporting: a text, a list of texts, a `Duration`, an `Instant` or a `Boolean`
public record Expectation(Map<String, Object> wanted) {
    /// The ids of exactly the rules that fire.
    public static final String RULES = "rules";

    /// Expects nothing in particular.
    public static final Expectation NOTHING = new Expectation(Map.of());

    public Expectation {
        wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
    }

    /// The ids of the rules that must fire, sorted; also empty when rules are not compared.
    public List<String> rules() {
        return wanted.get(RULES) instanceof List<?> ids
                ? ids.stream().map(Object::toString).toList()
                : List.of();
    }

    /// The differences in words; empty when the outcome is as expected.
    ///
    /// @param got the outcome, by the same names; null for missing properties
    public List<String> differences(Map<String, @Nullable Object> got) {
        List<String> differences = new ArrayList<>();
        wanted.forEach((what, expected) -> {
            Object found = got.get(what);
            if (!expected.equals(found)) {
                differences.add(
                        "%s: expected %s, got %s".formatted(what, words(expected), words(found)));
            }
        });
        return List.copyOf(differences);
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text when text.isEmpty() -> "nothing";
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list ->
                    list.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> Literal.write(value);
        };
    }
}
