package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.ChangeResult.ApprovalRequired;
import io.verigate.ruleset.ChangeResult.Conflict;
import io.verigate.ruleset.ChangeResult.UnknownRevision;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.RuleSetVersion.Examination;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Publishes, activates and rolls back versions, and manages the candidate. Uses optimistic locking: a caller who changes
/// the active rule set names the one that it replaces, and gets a conflict when it is no longer active. Thread-safe.
@Singleton
public final class RuleSetService {
    private final RuleSetArchive versions;
    private final RuleSetChanges changes;
    private final RuleSetValidator validator;
    private final ActivationPolicy terms;
    private final RuleSetNotifier notifier;

    /// @param clock for timestamps
    /// @param notifier makes this node follow at once; the others follow within seconds
    public RuleSetService(
            RuleSetRepository store,
            RuleSetValidator validator,
            InstantSource clock,
            ActivationPolicy terms,
            RuleSetNotifier notifier) {
        this.versions = new RuleSetArchive(store, clock);
        this.changes = new RuleSetChanges(store);
        this.validator = validator;
        this.terms = terms;
        this.notifier = notifier;
    }

    /// Rules of the operator for activations.
    ///
    /// @param byFolder whether every node uses its folder, so that no version can be activated
    /// @param secondPerson whether someone other than the author must activate a version
    public record ActivationPolicy(boolean byFolder, boolean secondPerson) {}

    /// A rule set to publish.
    ///
    /// @param parent revision that it is based on
    /// @param author name of the caller
    public record Draft(RuleSetFiles files, String parent, String author, String message) {}

    /// The result of publishing a draft.
    public sealed interface PublishResult {
        /// It is stored; when the same files were stored before, this is the existing version.
        record Stored(RuleSetVersion version) implements PublishResult {}

        /// Another version was activated since its parent, and it is not stored.
        record Outdated(Conflict behind) implements PublishResult {}
    }

    /// Validates files without storing them.
    ///
    /// @throws InvalidRuleSetException with all errors
    public Examination validate(RuleSetFiles files) {
        return validator.examine(files);
    }

    /// Validates and stores a rule set without activating it.
    ///
    /// @throws InvalidRuleSetException with all errors
    /// @throws RevisionCollision when other files have its revision
    public PublishResult publish(Draft draft) {
        Optional<Conflict> conflict = conflict(draft.parent());
        if (conflict.isPresent()) {
            return new PublishResult.Outdated(conflict.get());
        }
        RuleSetVersion version =
                new RuleSetVersion(
                        draft.files().revision(),
                        draft.parent(),
                        draft.author(),
                        draft.message(),
                        versions.now(),
                        validator.examine(draft.files()));
        boolean added = versions.add(version, draft.files());
        return new PublishResult.Stored(
                added ? version : versions.store().version(version.revision()).orElse(version));
    }

    /// Activates a version. The candidate continues, unless it is this version.
    ///
    /// @param replaces the revision that the caller expects to be active; null for the parent of the version
    /// @throws InvalidRuleSetException when it is no longer valid, for example because the service became stricter
    public ChangeResult activate(String revision, @Nullable String replaces, String by) {
        Optional<RuleSetVersion> version = versions.store().version(revision);
        if (version.isEmpty()) {
            return new UnknownRevision(revision);
        }
        Rollout now = versions.current().orElseThrow();
        if (now.active().equals(revision)) {
            return new ChangeResult.Unchanged(now);
        }
        if (terms.byFolder()) {
            return new ChangeResult.ManagedByFolder();
        }
        String before = replaces == null ? version.get().parent() : replaces;
        Optional<Conflict> conflict = before == null ? Optional.empty() : conflict(before);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        if (needsApproval(version.get(), by) && !isBefore(revision)) {
            return new ApprovalRequired(version.get().author());
        }
        validator.examine(versions.files(revision));
        return change(
                now.active(),
                rollout ->
                        rollout.next(
                                revision,
                                rollout.tried()
                                        .filter(tried -> !tried.revision().equals(revision))
                                        .orElse(null),
                                by,
                                versions.now()));
    }

    /// Starts a version as candidate, or changes its share.
    ///
    /// @throws InvalidRuleSetException when it is no longer valid
    public ChangeResult tryOut(Candidate candidate, String by) {
        Optional<RuleSetVersion> version = versions.store().version(candidate.revision());
        if (version.isEmpty()) {
            return new UnknownRevision(candidate.revision());
        }
        Rollout now = versions.current().orElseThrow();
        if (now.active().equals(candidate.revision())
                || now.tried().filter(candidate::equals).isPresent()) {
            return new ChangeResult.Unchanged(now);
        }
        if (!candidate.shadow() && needsApproval(version.get(), by)) {
            return new ApprovalRequired(version.get().author());
        }
        if (now.tried().filter(tried -> tried.revision().equals(candidate.revision())).isEmpty()) {
            validator.examine(versions.files(candidate.revision()));
        }
        return change(
                null, rollout -> rollout.next(rollout.active(), candidate, by, versions.now()));
    }

    /// Withdraws the candidate.
    public ChangeResult withdraw(String by) {
        if (versions.current().flatMap(Rollout::tried).isEmpty()) {
            return new ChangeResult.NoCandidate();
        }
        return change(null, rollout -> rollout.next(rollout.active(), null, by, versions.now()));
    }

    /// Adds a rollout, and retries after a concurrent change.
    ///
    /// @param expected revision that must still be active; null for any
    private ChangeResult change(@Nullable String expected, UnaryOperator<Rollout> change) {
        while (true) {
            Rollout now = versions.current().orElseThrow();
            if (expected != null && !now.active().equals(expected)) {
                return new Conflict(now.active(), changes.since(expected));
            }
            Rollout next = change.apply(now);
            if (versions.store().advance(next)) {
                notifier.wake();
                return new ChangeResult.Changed(next);
            }
        }
    }

    private Optional<Conflict> conflict(String expected) {
        return versions.current()
                .map(Rollout::active)
                .filter(active -> !active.equals(expected))
                .map(active -> new Conflict(active, changes.since(expected)));
    }

    private boolean needsApproval(RuleSetVersion version, String by) {
        return terms.secondPerson() && version.author().equals(by);
    }

    /// Whether it was active right before or is the target of a rollback, which needs no approval.
    private boolean isBefore(String revision) {
        List<Rollout> rollouts = versions.store().rollouts(null, RuleSetChanges.MAX_HISTORY);
        String active = rollouts.getFirst().active();
        Optional<String> last =
                rollouts.stream()
                        .map(Rollout::active)
                        .filter(other -> !other.equals(active))
                        .findFirst();
        return last.filter(revision::equals).isPresent()
                || Rollout.before(rollouts).filter(revision::equals).isPresent();
    }
}
