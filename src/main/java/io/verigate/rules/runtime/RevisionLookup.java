package io.verigate.rules.runtime;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the rule set that made a decision. Thread-safe.
public final class RevisionLookup {
    private final @Nullable ActiveRuleSet active;
    private final Function<String, Optional<RuleSet>> kept;

    /// A lookup without an active rule set.
    ///
    /// @param kept opens a stored rule set, which is closed after use
    public RevisionLookup(Function<String, Optional<RuleSet>> kept) {
        this.active = null;
        this.kept = kept;
    }

    /// @param kept opens a stored rule set that is not active, which is closed after use
    public RevisionLookup(ActiveRuleSet active, Function<String, Optional<RuleSet>> kept) {
        this.active = active;
        this.kept = kept;
    }

    /// Runs `work` with the rule set of a revision; empty when it is not available.
    public <T> Optional<T> use(String revision, Function<RuleSet, T> work) {
        Optional<T> now = active == null ? Optional.empty() : now(active, revision, work);
        return now.isPresent() ? now : kept.apply(revision).map(ruleSet -> once(ruleSet, work));
    }

    private static <T> Optional<T> now(
            ActiveRuleSet active, String revision, Function<RuleSet, T> work) {
        return active.use(ruleSet ->
                ruleSet.revision().equals(revision)
                        ? Optional.of(work.apply(ruleSet))
                        : Optional.empty());
    }

    private static <T> T once(RuleSet ruleSet, Function<RuleSet, T> work) {
        try (ruleSet) {
            return work.apply(ruleSet);
        }
    }
}
