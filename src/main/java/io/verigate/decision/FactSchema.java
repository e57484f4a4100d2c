package io.verigate.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// All facts of a rule set, in a fixed order: the known facts by their ordinal, then those that policies derive.
public final class FactSchema {
    private final List<FactDefinition> definitions;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Object[] unknown;

    /// @throws IllegalArgumentException when a derived fact reuses a name
    public FactSchema(List<FactDefinition> derived) {
        List<FactDefinition> all = new ArrayList<>();
        for (KnownFact fact : KnownFact.values()) {
            all.add(fact.definition());
        }
        all.addAll(derived);
        definitions = List.copyOf(all);
        unknown = new Object[all.size()];
        for (int index = 0; index < all.size(); index++) {
            FactDefinition definition = all.get(index);
            unknown[index] = definition.type().unknown();
            if (indexes.put(definition.name(), index) != null) {
                throw new IllegalArgumentException(
                        "two facts are named `" + definition.name() + "`: rename one");
            }
        }
    }

    /// All definitions, by index.
    public List<FactDefinition> definitions() {
        return definitions;
    }

    /// The index of a fact; empty when no fact has this name.
    public OptionalInt index(String name) {
        Integer index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// A builder in which every fact is unknown.
    public FactsBuilder builder() {
        return new FactsBuilder(this, unknown.clone());
    }
}
