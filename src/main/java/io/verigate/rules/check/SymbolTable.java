package io.verigate.rules.check;

import io.verigate.decision.FactType;
import io.verigate.policy.ListEntry;
import io.verigate.policy.Policies;
import io.verigate.policy.SourcePosition;
import io.verigate.policy.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that rules may read, with their types.
public final class SymbolTable {
    private final Vocabulary vocabulary;

    public SymbolTable(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public SymbolTable(Policies policies) {
        this(policies.vocabulary());
    }

    /// Null when there is no such name.
    public @Nullable FactType type(String name) {
        return vocabulary.types().get(name);
    }

    /// The only texts that a fact can hold; empty when it is free.
    public List<String> words(String name) {
        return vocabulary.words().getOrDefault(name, List.of());
    }

    /// What is wrong with a text that a fact is compared with; empty when nothing is.
    Optional<String> never(String name, String text) {
        return vocabulary.never(name, text);
    }

    /// How a message about a name of the wrong type goes on when it is a value: its line, which is where to look.
    String written(String name, FactType wanted) {
        SourcePosition place = vocabulary.values().get(name);
        FactType type = type(name);
        return place == null || type == null || type == wanted
                ? ""
                : ": `%s` in %s is a %s, not a %s"
                        .formatted(name, place, type.wireName(), wanted.wireName());
    }

    Set<String> all() {
        return vocabulary.types().keySet();
    }

    /// Whether there is a list of this name.
    boolean list(String name) {
        return vocabulary.lists().containsKey(name);
    }

    Set<String> lists() {
        return vocabulary.lists().keySet();
    }

    /// What stands in a list.
    List<ListEntry> entries(String list) {
        return vocabulary.lists().getOrDefault(list, List.of());
    }
}
