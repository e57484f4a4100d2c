package io.verigate.assessment;

import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Merge;
import io.verigate.decision.Verdict;
import io.verigate.journal.ShadowDifference;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.rules.runtime.RuleSet;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares a decision with what shadow rules and the other rule set would have decided. Never fails: a failure of the
/// candidate is recorded. Used by one thread.
final class ShadowComparison {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowComparison.class);

    private final RuleSetSelection selection;
    private final String region;
    private final Map<String, ShadowDifference> differences = new LinkedHashMap<>();
    private boolean failed;

    ShadowComparison(RuleSetSelection selection, String region) {
        this.selection = selection;
        this.region = region;
    }

    /// The differences, one for each rule of each rule set.
    Collection<ShadowDifference> differences() {
        return differences.values();
    }

    /// Records that the candidate failed to decide.
    void failed(RuntimeException cause) {
        failed = true;
        Trial trial = selection.trial();
        if (trial != null) {
            trial.failed();
            LOG.warn("candidate {} failed", trial.candidate().revision(), cause);
        }
    }

    /// Records how shadow rules and the other rule set differ from the decision.
    ///
    /// @param gather gathers the facts by the policies of another rule set
    void compare(Evaluation evaluation, Merge merge, Function<RuleSet, Facts> gather) {
        String verdict = merge.verdict().wireName();
        for (Finding shadow : merge.shadows()) {
            if (isStronger(shadow.verdict(), shadow.until(), merge)) {
                String other = shadow.verdict().wireName();
                note(evaluation.ruleset(), shadow.rule(), verdict, other, List.of());
            }
        }
        Trial trial = selection.trial();
        if (trial == null) {
            return;
        }
        if (failed) {
            note(trial.candidate().revision(), "", verdict, ShadowDifference.FAILED, List.of());
            return;
        }
        selection
                .compared()
                .ifPresent(other -> compare(trial, other, new Ruling(evaluation, merge), gather));
    }

    private record Ruling(Evaluation evaluation, Merge merge) {
        boolean same(Ruling other) {
            return merge.verdict() == other.merge.verdict()
                    && Objects.equals(merge.until(), other.merge.until())
                    && evaluation.fired().equals(other.evaluation.fired());
        }

        String wireName() {
            return merge.verdict().wireName();
        }
    }

    private void compare(
            Trial trial, RuleSet other, Ruling decided, Function<RuleSet, Facts> gather) {
        try {
            Evaluation evaluation = other.evaluate(gather.apply(other));
            Ruling compared = new Ruling(evaluation, Merge.of(evaluation.findings()));
            trial.succeeded();
            if (!compared.same(decided)) {
                note(
                        trial,
                        selection.byCandidate() ? compared : decided,
                        selection.byCandidate() ? decided : compared);
            }
        } catch (RuntimeException e) {
            if (!selection.byCandidate()) {
                failed(e);
                note(
                        trial.candidate().revision(),
                        "",
                        decided.wireName(),
                        ShadowDifference.FAILED,
                        List.of());
            }
        }
    }

    /// Records the candidate as a whole, and each rule that fired in only one of the two.
    private void note(Trial trial, Ruling active, Ruling candidate) {
        String revision = trial.candidate().revision();
        note(revision, "", active.wireName(), candidate.wireName(), candidate.evaluation().fired());
        Set<String> rules = new TreeSet<>(active.evaluation().fired());
        rules.addAll(candidate.evaluation().fired());
        rules.removeIf(rule ->
                active.evaluation().fired().contains(rule)
                        && candidate.evaluation().fired().contains(rule));
        rules.forEach(
                rule -> note(revision, rule, active.wireName(), candidate.wireName(), List.of()));
    }

    private void note(
            String ruleset, String rule, String verdict, String other, List<String> fired) {
        boolean effective = selection.byCandidate() && !failed;
        differences.putIfAbsent(
                ruleset + ' ' + rule,
                new ShadowDifference(ruleset, rule, verdict, other, region, effective, fired));
    }

    private static boolean isStronger(Verdict verdict, @Nullable Instant until, Merge merge) {
        int order = verdict.compareTo(merge.verdict());
        Instant end = merge.until();
        return order > 0 || order == 0 && until != null && end != null && until.isAfter(end);
    }
}
