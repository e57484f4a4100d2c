package io.verigate.assessment;

import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Merge;
import io.verigate.decision.Ruling;
import io.verigate.decision.Verdict;
import io.verigate.rules.ActiveRuleSet.Trial;
import io.verigate.rules.RuleSet;
import io.verigate.ruleset.Difference;
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
final class Beside {
    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);

    private final Choice choice;
    private final String region;
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private boolean failed;

    Beside(Choice choice, String region) {
        this.choice = choice;
        this.region = region;
    }

    /// What was noted, each rule of each rule set once.
    Collection<Difference> differences() {
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
    void compare(Ruling ruling, Merge merge, Function<RuleSet, Facts> gather) {
        String verdict = merge.verdict().word();
        for (Finding shadow : merge.shadows()) {
            if (isStronger(shadow.verdict(), shadow.until(), merge)) {
                String other = shadow.verdict().word();
                note(ruling.ruleset(), shadow.rule(), verdict, other, List.of());
            }
        }
        Trial trial = choice.trial();
        if (trial == null) {
            return;
        }
        if (failed) {
            note(trial.candidate().revision(), "", verdict, Difference.FAILED, List.of());
            return;
        }
        choice.asked().ifPresent(other -> compare(trial, other, new Said(ruling, merge), gather));
    }

    private record Said(Ruling ruling, Merge merge) {
        boolean same(Said other) {
            return merge.verdict() == other.merge.verdict()
                    && Objects.equals(merge.until(), other.merge.until())
                    && ruling.fired().equals(other.ruling.fired());
        }

        String word() {
            return merge.verdict().word();
        }
    }

    private void compare(
            Trial trial, RuleSet other, Said decided, Function<RuleSet, Facts> gather) {
        try {
            Ruling ruling = other.evaluate(gather.apply(other));
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
                        decided.word(),
                        Difference.FAILED,
                        List.of());
            }
        }
    }

    /// The candidate as a whole, and each rule that fired in one of the two only.
    private void note(Trial trial, Said active, Said candidate) {
        String revision = trial.candidate().revision();
        note(revision, "", active.word(), candidate.word(), candidate.ruling().fired());
        Set<String> rules = new TreeSet<>(active.ruling().fired());
        rules.addAll(candidate.ruling().fired());
        rules.removeIf(rule ->
                active.ruling().fired().contains(rule)
                        && candidate.ruling().fired().contains(rule));
        rules.forEach(rule -> note(revision, rule, active.word(), candidate.word(), List.of()));
    }

    private void note(
            String ruleset, String rule, String verdict, String other, List<String> fired) {
        boolean effective = choice.byCandidate() && !failed;
        differences.putIfAbsent(
                ruleset + ' ' + rule,
                new Difference(ruleset, rule, verdict, other, region, effective, fired));
    }

    private static boolean isStronger(Verdict verdict, @Nullable Instant until, Merge merge) {
        int order = verdict.compareTo(merge.verdict());
        Instant end = merge.until();
        return order > 0 || order == 0 && until != null && end != null && until.isAfter(end);
    }
}
