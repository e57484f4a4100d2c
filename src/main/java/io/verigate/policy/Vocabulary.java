package io.verigate.policy;

import io.verigate.decision.FactType;
import io.verigate.decision.Region;
import io.verigate.decision.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names that rules can use.
///
/// @param types of facts and values, by name
/// @param words allowed texts of facts by name; facts that allow any text are omitted
/// @param lists entries of lists by name
/// @param values positions of values by name
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

    /// Why a fact can never have a text, which is then a typo. Empty when it can, and for the empty text, which means unknown.
    public Optional<String> never(String fact, String text) {
        return never(fact, text, words.getOrDefault(fact, List.of()));
    }

    static Optional<String> never(String fact, String text, List<String> words) {
        if (words.isEmpty() || text.isEmpty() || words.contains(text)) {
            return Optional.empty();
        }
        // With so many short codes, the nearest is rarely what was meant.
        boolean region = words.equals(Region.CODES);
        String meant =
                region
                        ? ": it must be an ISO 3166-1 code in capital letters, such as `GB`"
                        : "%s Allowed: %s"
                                .formatted(
                                        SpellingSuggestion.question(text, words, "."),
                                        String.join(", ", words));
        return Optional.of("`%s` is never `%s`%s".formatted(fact, text, meant));
    }
}
