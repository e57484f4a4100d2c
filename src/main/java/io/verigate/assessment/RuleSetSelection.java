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

/// Which rule set decides for one account, and which is only asked beside it.
///
/// @param deciding has effect
/// @param beside has none; null when nothing is tried
/// @param trial the candidate; null when nothing is tried
record RuleSetSelection(RuleSet deciding, @Nullable RuleSet beside, @Nullable Trial trial) {
    static RuleSetSelection of(Deciding now, String account, Fingerprints fingerprints) {
        Trial trial = now.trial();
        if (trial == null || trial.suspended()) {
            return new RuleSetSelection(now.active(), null, null);
        }
        return trial.share() > 0 && place(account, fingerprints) < trial.share()
                ? new RuleSetSelection(trial.candidate(), now.active(), trial)
                : new RuleSetSelection(now.active(), trial.candidate(), trial);
    }

    /// Whether the candidate is the one that decides.
    boolean byCandidate() {
        return trial != null && deciding == trial.candidate();
    }

    /// Where an account stands among all, from 0 to 9999: always the same place, so that a share that grows keeps those
    /// that it had. By the keyed hash, so that nobody can choose an account that is tried or is not.
    private static int place(String account, Fingerprints fingerprints) {
        long hash = SubjectKey.of(SubjectKind.ACCOUNT, account, fingerprints).low();
        return (int) Long.remainderUnsigned(hash, Candidate.WHOLE);
    }

    Optional<RuleSet> asked() {
        return Optional.ofNullable(beside);
    }

    /// For whom something is counted: for what decides, and for what is tried, so that its counters fill.
    Set<SubjectKind> subjects() {
        Set<SubjectKind> subjects = EnumSet.noneOf(SubjectKind.class);
        subjects.addAll(deciding.policies().subjects());
        asked().ifPresent(other -> subjects.addAll(other.policies().subjects()));
        return subjects;
    }

    /// Which others have to be told apart when an event is counted, for both.
    Set<SubjectKind> distinct(ActivityEvent event) {
        Set<SubjectKind> own = deciding.policies().distinct(event);
        if (beside == null) {
            return own;
        }
        Set<SubjectKind> both = EnumSet.noneOf(SubjectKind.class);
        both.addAll(own);
        both.addAll(beside.policies().distinct(event));
        return both;
    }

    /// The same without the candidate, when it failed: the active rule set decides.
    RuleSetSelection withoutCandidate() {
        return byCandidate() && beside != null ? new RuleSetSelection(beside, null, null) : this;
    }
}
