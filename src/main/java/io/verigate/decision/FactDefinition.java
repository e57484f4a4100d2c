package io.verigate.decision;

import java.util.List;

/// One named fact that a rule may read.
///
/// @param name in lower camel case, unique over facts, counters and policy values
/// @param type of its values
/// @param words the only texts it can hold; empty when it is free or not a text
/// @param meaning one sentence for the analyst
public record FactDefinition(String name, FactType type, List<String> words, String meaning) {
    public FactDefinition {
        words = List.copyOf(words);
    }
}
