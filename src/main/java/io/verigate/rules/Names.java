package io.verigate.rules;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that rules may read, with their types.
final class Names {
    private final Map<String, FactType> types = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Set<String> lists = new HashSet<>();

    Names(Policies policies) {
        for (FactDefinition fact : policies.schema().definitions()) {
            types.put(fact.name(), fact.type());
            words.put(fact.name(), fact.words());
        }
        lists.addAll(policies.lists().keySet());
        policies.values().values().forEach(value -> types.put(value.name(), value.type()));
    }

    /// Null when there is no such name.
    @Nullable FactType type(String name) {
        return types.get(name);
    }

    /// The only texts that a fact can hold; empty when it is free.
    List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    Set<String> all() {
        return types.keySet();
    }

    /// Whether there is a list of this name.
    boolean list(String name) {
        return lists.contains(name);
    }

    Set<String> lists() {
        return lists;
    }
}
