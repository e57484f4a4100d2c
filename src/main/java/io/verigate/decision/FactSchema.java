package io.verigate.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// All facts of a rule set, in a fixed order: first the known ones by their ordinal, then what policies derive.
public final class FactSchema {
    private final List<FactDefinition> definitions;
    private final Map<String, Integer> places = new HashMap<>();
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
        for (int place = 0; place < all.size(); place++) {
            FactDefinition definition = all.get(place);
            unknown[place] = definition.type().unknown();
            if (places.put(definition.name(), place) != null) {
                throw new IllegalArgumentException(
                        "two facts are named `" + definition.name() + "`: rename one");
            }
        }
    }

    /// All definitions; the place of a fact is its index here.
    public List<FactDefinition> definitions() {
        return definitions;
    }

    /// Where the fact of this name stands.
    public OptionalInt place(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// Facts of which nothing is known yet.
    public FactsBuilder builder() {
        return new FactsBuilder(this, unknown.clone());
    }
}
