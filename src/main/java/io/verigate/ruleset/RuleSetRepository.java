package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versions of rule sets that are kept, and which of them decides. Versions are added and never changed: every
/// decision of the journal finds the files that it was made by. Thread-safe, and shared by all nodes.
public interface RuleSetRepository {
    /// The files of a version; empty when it was never kept.
    Optional<RuleSetFiles> find(String revision);

    /// What is kept about a version; empty when it was never kept.
    Optional<RuleSetVersion> version(String revision);

    /// Versions, the newest first.
    ///
    /// @param before only those that were kept before this revision; null for the newest
    /// @param most how many at most
    List<RuleSetVersion> history(@Nullable String before, int most);

    /// Keeps a version; one that is kept already stays as it is.
    ///
    /// @return whether it is new
    /// @throws RevisionTaken when other files have that revision
    boolean add(RuleSetVersion version, RuleSetFiles files);

    /// What decides now; empty until something was activated.
    Optional<Rollout> current();

    /// What decided, the newest first.
    ///
    /// @param before only those with a smaller number; null for the newest
    /// @param most how many at most
    List<Rollout> rollouts(@Nullable Long before, int most);

    /// Changes what decides, when nobody else was faster: the number has to be the next one.
    ///
    /// @return false when another has that number; nothing was changed then
    boolean advance(Rollout next);
}
