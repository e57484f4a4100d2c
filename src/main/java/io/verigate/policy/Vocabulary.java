package io.verigate.policy;

import io.verigate.decision.FactType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names that rules may read.
///
/// @param types of facts and values, by name
/// @param words the only texts that a fact can hold, by name; facts that are free are left out
/// @param lists names of lists
public record Vocabulary(
        Map<String, FactType> types, Map<String, List<String>> words, Set<String> lists) {
    public Vocabulary {
        types = Map.copyOf(types);
        words = Map.copyOf(words);
        lists = Set.copyOf(lists);
    }
}
