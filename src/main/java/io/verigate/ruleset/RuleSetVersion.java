package io.verigate.ruleset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The metadata of one version of a rule set. Never changes.
///
/// @param revision the hash over its files, for example `3f8a1c0be2d94a67`
/// @param parent the revision that it is based on; null when there was none
/// @param author name of the caller who published it; empty when it came from the folder of a node
/// @param message of the author: the reason for the change
/// @param at when it was stored
/// @param examination the result of its validation
public record RuleSetVersion(
        String revision,
        @Nullable String parent,
        String author,
        String message,
        Instant at,
        Examination examination) {
    /// Maximum length of a message in characters.
    public static final int MAX_MESSAGE_LENGTH = 1_000;

    /// The revision that it is based on; empty when there was none.
    public Optional<String> origin() {
        return Optional.ofNullable(parent);
    }

    /// Whether it came from the folder of a node, and not from a person.
    public boolean fromFolder() {
        return author.isEmpty();
    }

    /// The result of validation. A rule set with an error or a failing case is never stored.
    ///
    /// @param rules how many rules were checked
    /// @param cases how many cases passed
    /// @param warnings as text
    public record Examination(int rules, int cases, List<String> warnings) {
        public Examination {
            warnings = List.copyOf(warnings);
        }
    }
}
