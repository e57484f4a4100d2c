package io.verigate.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Texts of policies that compiled rules ask for: they stay data, and are never written into a program. Immutable.
public final class PolicyTexts {
    private final Map<String, String> texts;
    private final Map<String, Set<String>> lists;

    PolicyTexts(Map<String, PolicyValue> values, Map<String, List<String>> lists) {
        this.texts =
                values.values().stream()
                        .filter(value -> value.value() instanceof String)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PolicyValue::name, value -> (String) value.value()));
        this.lists =
                lists.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, list -> Set.copyOf(list.getValue())));
    }

    /// A value that is a text; empty when there is none.
    public String text(String value) {
        return texts.getOrDefault(value, "");
    }

    /// Whether a text stands in a list.
    public boolean lists(String list, String text) {
        return lists.getOrDefault(list, Set.of()).contains(text);
    }

    /// Whether a number stands in a list.
    public boolean lists(String list, long count) {
        return lists(list, Long.toString(count));
    }
}
