package io.verigate.rules;

import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.policy.Vocabulary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that rules may read, with their types.
final class Names {
    private final Vocabulary vocabulary;

    Names(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Names(Policies policies) {
        this(policies.vocabulary());
    }

    /// Null when there is no such name.
    @Nullable FactType type(String name) {
        return vocabulary.types().get(name);
    }

    /// The only texts that a fact can hold; empty when it is free.
    List<String> words(String name) {
        return vocabulary.words().getOrDefault(name, List.of());
    }

    Set<String> all() {
        return vocabulary.types().keySet();
    }

    /// Whether there is a list of this name.
    boolean list(String name) {
        return vocabulary.lists().contains(name);
    }

    Set<String> lists() {
        return vocabulary.lists();
    }
}
