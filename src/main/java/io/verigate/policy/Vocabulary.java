package io.verigate.policy;

import io.verigate.decision.FactType;
import io.verigate.decision.Region;
import io.verigate.decision.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names that rules may read.
///
/// @param types of facts and values, by name
/// @param words the only texts that a fact can hold, by name; facts that are free are left out
/// @param lists what stands in lists, by name
/// @param values where values are defined, by name
public record Vocabulary(
        Map<String, FactType> types,
        Map<String, List<String>> words,
        Map<String, List<ListEntry>> lists,
        Map<String, SourcePosition> values) {
    public Vocabulary {
        types = Map.copyOf(types);
        words = Map.copyOf(words);
        lists = Map.copyOf(lists);
        values = Map.copyOf(values);
    }

    /// What is wrong with a text that a fact is compared with: one that it can never hold is a misspelling. Empty when it
    /// can hold it, and for the empty text, which stands for nothing known.
    public Optional<String> never(String fact, String text) {
        return never(fact, text, words.getOrDefault(fact, List.of()));
    }

    static Optional<String> never(String fact, String text, List<String> words) {
        if (words.isEmpty() || text.isEmpty() || words.contains(text)) {
            return Optional.empty();
        }
        // The nearest of so many short codes is hardly ever what was meant.
        boolean region = words.equals(Region.CODES);
        String meant =
                region
                        ? ": it is a code of ISO 3166-1 in capital letters, such as `GB`"
                        : "%s It can be: %s"
                                .formatted(
                                        SpellingSuggestion.question(text, words, "."),
                                        String.join(", ", words));
        return Optional.of("`%s` is never `%s`%s".formatted(fact, text, meant));
    }
}
