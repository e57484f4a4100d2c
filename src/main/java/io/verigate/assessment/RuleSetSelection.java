package io.verigate.assessment;

import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import io.verigate.rules.runtime.ActiveRuleSet.Deciding;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.ruleset.Rollout.Candidate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rule set decides for one account, and which one is evaluated for comparison.
///
/// @param deciding whose findings take effect
/// @param comparison whose findings are only compared; null without a candidate
/// @param trial the candidate; null without one
record RuleSetSelection(RuleSet deciding, @Nullable RuleSet comparison, @Nullable Trial trial) {
    static RuleSetSelection of(Deciding now, String account, Fingerprints fingerprints) {
        Trial trial = now.trial();
        if (trial == null || trial.suspended()) {
            return new RuleSetSelection(now.active(), null, null);
        }
        return trial.share() > 0 && bucket(account, fingerprints) < trial.share()
                ? new RuleSetSelection(trial.candidate(), now.active(), trial)
                : new RuleSetSelection(now.active(), trial.candidate(), trial);
    }

    /// Whether the candidate is the one that decides.
    boolean byCandidate() {
        return trial != null && deciding == trial.candidate();
    }

    /// The bucket of an account, from 0 to 9999. It never changes, so that a growing rollout share keeps its accounts.
    /// It is derived from the keyed hash, so that nobody can choose an account by its bucket.
    private static int bucket(String account, Fingerprints fingerprints) {
        long hash = SubjectKey.of(SubjectKind.ACCOUNT, account, fingerprints).low();
        return (int) Long.remainderUnsigned(hash, Candidate.WHOLE);
    }

    Optional<RuleSet> compared() {
        return Optional.ofNullable(comparison);
    }

    /// The kinds of subjects to count for. Those of the candidate are included, so that its counters fill.
    Set<SubjectKind> subjects() {
        Set<SubjectKind> subjects = EnumSet.noneOf(SubjectKind.class);
        subjects.addAll(deciding.policies().subjects());
        compared().ifPresent(other -> subjects.addAll(other.policies().subjects()));
        return subjects;
    }

    /// The kinds of subjects to count distinctly for an event, by both rule sets.
    Set<SubjectKind> distinct(ActivityEvent event) {
        Set<SubjectKind> own = deciding.policies().distinct(event);
        if (comparison == null) {
            return own;
        }
        Set<SubjectKind> both = EnumSet.noneOf(SubjectKind.class);
        both.addAll(own);
        both.addAll(comparison.policies().distinct(event));
        return both;
    }

    /// The selection after the candidate failed: the active rule set decides.
    RuleSetSelection withoutCandidate() {
        return byCandidate() && comparison != null
                ? new RuleSetSelection(comparison, null, null)
                : this;
    }
}
