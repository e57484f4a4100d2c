package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stored versions of rule sets, and the rollouts. Versions are added and never changed: every
/// decision in the decision log keeps the files that made it. Thread-safe, and shared by all nodes.
public interface RuleSetRepository {
    /// The files of a version; empty when there is no such version.
    Optional<RuleSetFiles> find(String revision);

    /// The metadata of a version; empty when there is no such version.
    Optional<RuleSetVersion> version(String revision);

    /// Versions, newest first.
    ///
    /// @param before only those older than this revision; null for the newest
    /// @param most maximum number
    List<RuleSetVersion> history(@Nullable String before, int most);

    /// Stores a version; an existing one stays unchanged.
    ///
    /// @return whether it is new
    /// @throws RevisionCollision when other files have that revision
    boolean add(RuleSetVersion version, RuleSetFiles files);

    /// The current rollout; empty before the first activation.
    Optional<Rollout> current();

    /// The history of rollouts, newest first.
    ///
    /// @param before only those with a smaller number; null for the newest
    /// @param most maximum number
    List<Rollout> rollouts(@Nullable Long before, int most);

    /// Adds a rollout, unless a concurrent change took its number.
    ///
    /// @return false when the number is taken; nothing is changed then
    boolean advance(Rollout next);
}
