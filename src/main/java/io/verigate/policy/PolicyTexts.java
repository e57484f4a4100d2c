package io.verigate.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Policy texts that compiled rules look up at run time, so that they are never written into generated code. Immutable.
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

    /// A text value; empty when it is unknown.
    public String text(String value) {
        return texts.getOrDefault(value, "");
    }

    /// Whether a list contains a text.
    public boolean lists(String list, String text) {
        return lists.getOrDefault(list, Set.of()).contains(text);
    }

    /// Whether a list contains a number.
    public boolean lists(String list, long count) {
        return lists(list, Long.toString(count));
    }
}
