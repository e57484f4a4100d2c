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

/// The names that rules can use, with their types.
public final class SymbolTable {
    private final Vocabulary vocabulary;

    public SymbolTable(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public SymbolTable(Policies policies) {
        this(policies.vocabulary());
    }

    /// Null for an unknown name.
    public @Nullable FactType type(String name) {
        return vocabulary.types().get(name);
    }

    /// The allowed texts of a fact; empty when any text is allowed.
    public List<String> words(String name) {
        return vocabulary.words().getOrDefault(name, List.of());
    }

    /// Why a fact can never have a text; empty when it can.
    Optional<String> never(String name, String text) {
        return vocabulary.never(name, text);
    }

    /// Suffix for a type error about a policy value: where the value is defined. Empty for facts.
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

    /// The entries of a list.
    List<ListEntry> entries(String list) {
        return vocabulary.lists().getOrDefault(list, List.of());
    }
}
