package io.verigate.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What has to come out of one decision. Only what is named is compared.
///
/// @param wanted by name, in the order in which it is told: a text, a list of texts, a `Duration`, an `Instant` or a
///     `Boolean`
public record Expectation(Map<String, Object> wanted) {
    /// The ids of exactly the rules that fire.
    public static final String RULES = "rules";

    /// Nothing in particular.
    public static final Expectation NOTHING = new Expectation(Map.of());

    public Expectation {
        wanted = Collections.unmodifiableMap(new LinkedHashMap<>(wanted));
    }

    /// The ids of the rules that have to fire, sorted; empty also when it does not matter.
    public List<String> rules() {
        return wanted.get(RULES) instanceof List<?> ids
                ? ids.stream().map(Object::toString).toList()
                : List.of();
    }

    /// What is not as expected, in words; empty when everything is.
    ///
    /// @param got what came out, by the same names; null where there is nothing
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
