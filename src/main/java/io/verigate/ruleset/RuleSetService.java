package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.ChangeResult.Behind;
import io.verigate.ruleset.ChangeResult.NeedsAnother;
import io.verigate.ruleset.ChangeResult.Unknown;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.RuleSetVersion.Examination;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What people do with rule sets: publish, activate, try, take back. Nothing is ever overwritten: who changes what
/// decides names what decided before, and is told when that is not so any more. Thread-safe, on any node.
@Singleton
public final class RuleSetService {
    private final RuleSetArchive releases;
    private final RuleSetChanges changes;
    private final RuleSetValidator examiner;
    private final Terms terms;
    private final RuleSetNotifier notifier;

    /// @param clock tells when something was kept
    /// @param notifier makes this node look at once; the others do soon
    public RuleSetService(
            RuleSetRepository store,
            RuleSetValidator examiner,
            InstantSource clock,
            Terms terms,
            RuleSetNotifier notifier) {
        this.releases = new RuleSetArchive(store, clock);
        this.changes = new RuleSetChanges(store);
        this.examiner = examiner;
        this.terms = terms;
        this.notifier = notifier;
    }

    /// What the operator demands.
    ///
    /// @param byFolder whether the folder of each node decides, so that nothing else can be made active
    /// @param secondPerson whether only another person than the author may give a rule set effect
    public record Terms(boolean byFolder, boolean secondPerson) {}

    /// What was published.
    ///
    /// @param parent revision that the author began with
    /// @param author name of the caller
    public record Draft(RuleSetFiles files, String parent, String author, String message) {}

    /// What became of a draft.
    public sealed interface Published {
        /// It is kept. When the same files were kept before, that version is told.
        record Kept(RuleSetVersion version) implements Published {}

        /// Others changed what decides since its author began, and it is not kept.
        record Late(Behind behind) implements Published {}
    }

    /// Checks, fences and tests files, and keeps nothing.
    ///
    /// @throws Faults with everything that is wrong
    public Examination validate(RuleSetFiles files) {
        return examiner.examine(files);
    }

    /// Keeps a rule set that was checked, fenced and tested. It does not decide before it is activated.
    ///
    /// @throws Faults with everything that is wrong
    /// @throws RevisionTaken when other files have its revision
    public Published publish(Draft draft) {
        Optional<Behind> behind = behind(draft.parent());
        if (behind.isPresent()) {
            return new Published.Late(behind.get());
        }
        RuleSetVersion version =
                new RuleSetVersion(
                        draft.files().revision(),
                        draft.parent(),
                        draft.author(),
                        draft.message(),
                        releases.now(),
                        examiner.examine(draft.files()));
        boolean added = releases.add(version, draft.files());
        return new Published.Kept(
                added ? version : releases.store().version(version.revision()).orElse(version));
    }

    /// Makes a version the one that decides. A candidate that is tried goes on, unless it is this one.
    ///
    /// @param replaces what the caller thinks decides now; null for the parent of the version
    /// @throws Faults when it has faults by now, for example because the service allows less than before
    public ChangeResult activate(String revision, @Nullable String replaces, String by) {
        Optional<RuleSetVersion> version = releases.store().version(revision);
        if (version.isEmpty()) {
            return new Unknown(revision);
        }
        Rollout now = releases.current().orElseThrow();
        if (now.active().equals(revision)) {
            return new ChangeResult.Same(now);
        }
        if (terms.byFolder()) {
            return new ChangeResult.OfTheFolder();
        }
        String before = replaces == null ? version.get().parent() : replaces;
        Optional<Behind> behind = before == null ? Optional.empty() : behind(before);
        if (behind.isPresent()) {
            return behind.get();
        }
        if (needsAnother(version.get(), by) && !isBefore(revision)) {
            return new NeedsAnother(version.get().author());
        }
        examiner.examine(releases.files(revision));
        return change(
                now.active(),
                rollout ->
                        rollout.next(
                                revision,
                                rollout.tried()
                                        .filter(tried -> !tried.revision().equals(revision))
                                        .orElse(null),
                                by,
                                releases.now()));
    }

    /// Tries a version beside the one that decides, or changes its share.
    ///
    /// @throws Faults when it has faults by now
    public ChangeResult tryOut(Candidate candidate, String by) {
        Optional<RuleSetVersion> version = releases.store().version(candidate.revision());
        if (version.isEmpty()) {
            return new Unknown(candidate.revision());
        }
        Rollout now = releases.current().orElseThrow();
        if (now.active().equals(candidate.revision())
                || now.tried().filter(candidate::equals).isPresent()) {
            return new ChangeResult.Same(now);
        }
        if (!candidate.shadow() && needsAnother(version.get(), by)) {
            return new NeedsAnother(version.get().author());
        }
        if (now.tried().filter(tried -> tried.revision().equals(candidate.revision())).isEmpty()) {
            examiner.examine(releases.files(candidate.revision()));
        }
        return change(
                null, rollout -> rollout.next(rollout.active(), candidate, by, releases.now()));
    }

    /// Ends the trial of a candidate.
    public ChangeResult withdraw(String by) {
        if (releases.current().flatMap(Rollout::tried).isEmpty()) {
            return new ChangeResult.NothingTried();
        }
        return change(null, rollout -> rollout.next(rollout.active(), null, by, releases.now()));
    }

    /// Takes the next number, again when somebody else was faster.
    ///
    /// @param expected what has to decide still; null when that does not matter
    private ChangeResult change(@Nullable String expected, UnaryOperator<Rollout> change) {
        while (true) {
            Rollout now = releases.current().orElseThrow();
            if (expected != null && !now.active().equals(expected)) {
                return new Behind(now.active(), changes.since(expected));
            }
            Rollout next = change.apply(now);
            if (releases.store().advance(next)) {
                notifier.wake();
                return new ChangeResult.Done(next);
            }
        }
    }

    private Optional<Behind> behind(String expected) {
        return releases.current()
                .map(Rollout::active)
                .filter(active -> !active.equals(expected))
                .map(active -> new Behind(active, changes.since(expected)));
    }

    private boolean needsAnother(RuleSetVersion version, String by) {
        return terms.secondPerson() && version.author().equals(by);
    }

    /// Whether it is what decided right before, or what going back leads to: that needs nobody else.
    private boolean isBefore(String revision) {
        List<Rollout> rollouts = releases.store().rollouts(null, RuleSetChanges.FAR_BACK);
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
