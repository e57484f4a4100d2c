package io.verigate.decision;

import java.util.List;

/// One named fact that a rule may read.
///
/// @param name in lower camel case, unique over facts, counters and policy values
/// @param type of its values
/// @param words the only values of a text; empty for any text and for other types
/// @param meaning one sentence for the analyst
public record FactDefinition(String name, FactType type, List<String> words, String meaning) {
    public FactDefinition {
        words = List.copyOf(words);
    }
}
