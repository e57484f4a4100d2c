package io.verigate.ruleset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept about one version of a rule set, beside its files. Never changes.
///
/// @param revision the hash over its files, for example `3f8a1c0be2d94a67`
/// @param parent the revision that its author began with; null when there was none
/// @param author name of the caller who published it; empty when it came from the folder of a node
/// @param message why it was made, in the words of its author
/// @param at when it was kept
/// @param examination what it went through before it was kept
public record RuleSetVersion(
        String revision,
        @Nullable String parent,
        String author,
        String message,
        Instant at,
        Examination examination) {
    /// The longest message, in characters.
    public static final int MAX_MESSAGE_LENGTH = 1_000;

    /// The revision that its author began with; empty when there was none.
    public Optional<String> origin() {
        return Optional.ofNullable(parent);
    }

    /// Whether it came from the folder of a node, and not from a person.
    public boolean fromFolder() {
        return author.isEmpty();
    }

    /// What was checked. A rule set with a fault, or with a case that does not hold, is never kept.
    ///
    /// @param rules how many rules were checked
    /// @param cases how many regression cases held
    /// @param warnings what was found that does not stop it, in words
    public record Examination(int rules, int cases, List<String> warnings) {
        public Examination {
            warnings = List.copyOf(warnings);
        }
    }
}
