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

/// What rules in shadow mode, and a rule set beside the one that decides, would have said of the same interaction.
/// Never fails: a candidate that does is noted. Used by one thread.
final class ShadowComparison {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowComparison.class);

    private final RuleSetSelection choice;
    private final String region;
    private final Map<String, ShadowDifference> differences = new LinkedHashMap<>();
    private boolean failed;

    ShadowComparison(RuleSetSelection choice, String region) {
        this.choice = choice;
        this.region = region;
    }

    /// What was noted, each rule of each rule set once.
    Collection<ShadowDifference> differences() {
        return differences.values();
    }

    /// The candidate should have decided and could not.
    void failed(RuntimeException cause) {
        failed = true;
        Trial trial = choice.trial();
        if (trial != null) {
            trial.failed();
            LOG.warn("the candidate {} failed", trial.candidate().revision(), cause);
        }
    }

    /// Notes where rules in shadow mode, and the rule set beside, differ from what was decided.
    ///
    /// @param gather the facts by the policies of another rule set
    void compare(Evaluation ruling, Merge merge, Function<RuleSet, Facts> gather) {
        String verdict = merge.verdict().wireName();
        for (Finding shadow : merge.shadows()) {
            if (isStronger(shadow.verdict(), shadow.until(), merge)) {
                String other = shadow.verdict().wireName();
                note(ruling.ruleset(), shadow.rule(), verdict, other, List.of());
            }
        }
        Trial trial = choice.trial();
        if (trial == null) {
            return;
        }
        if (failed) {
            note(trial.candidate().revision(), "", verdict, ShadowDifference.FAILED, List.of());
            return;
        }
        choice.asked().ifPresent(other -> compare(trial, other, new Said(ruling, merge), gather));
    }

    private record Said(Evaluation ruling, Merge merge) {
        boolean same(Said other) {
            return merge.verdict() == other.merge.verdict()
                    && Objects.equals(merge.until(), other.merge.until())
                    && ruling.fired().equals(other.ruling.fired());
        }

        String wireName() {
            return merge.verdict().wireName();
        }
    }

    private void compare(
            Trial trial, RuleSet other, Said decided, Function<RuleSet, Facts> gather) {
        try {
            Evaluation ruling = other.evaluate(gather.apply(other));
            Said said = new Said(ruling, Merge.of(ruling.findings()));
            trial.succeeded();
            if (!said.same(decided)) {
                note(
                        trial,
                        choice.byCandidate() ? said : decided,
                        choice.byCandidate() ? decided : said);
            }
        } catch (RuntimeException e) {
            if (!choice.byCandidate()) {
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

    /// The candidate as a whole, and each rule that fired in one of the two only.
    private void note(Trial trial, Said active, Said candidate) {
        String revision = trial.candidate().revision();
        note(revision, "", active.wireName(), candidate.wireName(), candidate.ruling().fired());
        Set<String> rules = new TreeSet<>(active.ruling().fired());
        rules.addAll(candidate.ruling().fired());
        rules.removeIf(rule ->
                active.ruling().fired().contains(rule)
                        && candidate.ruling().fired().contains(rule));
        rules.forEach(
                rule -> note(revision, rule, active.wireName(), candidate.wireName(), List.of()));
    }

    private void note(
            String ruleset, String rule, String verdict, String other, List<String> fired) {
        boolean effective = choice.byCandidate() && !failed;
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
