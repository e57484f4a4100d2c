package io.verigate.rules.explain;

import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Merge;
import io.verigate.decision.Mode;
import io.verigate.decision.Verdict;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.SourceToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Why some facts lead to a verdict: which rules fired and on which facts, which lost, and which nearly fired.
///
/// @param revision of the rule set
/// @param verdict the merged verdict
/// @param at time of the decision
/// @param spoken the rules that fired, the winners first
/// @param near rules that would have fired but for one test, closest first
public record Explanation(
        String revision, Verdict verdict, Instant at, List<Spoken> spoken, List<Near> near) {
    public Explanation {
        spoken = List.copyOf(spoken);
        near = List.copyOf(near);
    }

    /// The outcome of a finding.
    public enum Fate {
        /// It decided, alone or with others.
        WON,
        /// It only adds advice.
        ADVISED,
        /// A stronger verdict won.
        LOST,
        /// Its rule is in shadow mode: recorded, without effect.
        SHADOW
    }

    /// A rule that fired.
    ///
    /// @param finding its finding
    /// @param on its conditions, with the facts that they were evaluated on
    public record Spoken(RuleDefinition rule, Finding finding, Fate fate, List<Answer> on) {
        public Spoken {
            on = List.copyOf(on);
        }
    }

    /// A condition and the values behind it.
    ///
    /// @param why its facts and values, in words
    public record Answer(SourceToken condition, String why) {}

    /// A rule that nearly fired.
    ///
    /// @param missing tests of which each alone would have made it fire
    /// @param closeness how close the limit is, from 0 to 1; 0 when no limit is involved
    public record Near(RuleDefinition rule, List<Answer> missing, double closeness) {
        public Near {
            missing = List.copyOf(missing);
        }
    }

    /// Evaluates the rules again.
    public static Explanation of(RuleSet ruleSet, Facts facts) {
        Evaluation ruling = ruleSet.unhurried().evaluate(facts);
        Merge merge = Merge.of(ruling.findings());
        ConditionEvaluator reading = new ConditionEvaluator(facts, ruleSet.policies());
        Map<String, RuleConditions> rules = ruleSet.conditions();
        List<Finding> sorted = new ArrayList<>(merge.winners());
        sorted.addAll(merge.losers());
        sorted.addAll(merge.shadows());
        List<Spoken> spoken = new ArrayList<>();
        for (Finding finding : sorted) {
            RuleConditions rule = rules.get(finding.rule());
            if (rule != null) {
                spoken.add(
                        new Spoken(
                                rule.rule(),
                                finding,
                                fate(finding, merge),
                                answers(rule.all(), reading)));
            }
        }
        List<Near> near =
                rules.values().stream()
                        .map(rule -> near(rule, reading))
                        .filter(one -> !one.missing().isEmpty())
                        .sorted(Comparator.comparing(one -> -one.closeness()))
                        .toList();
        return new Explanation(
                ruleSet.revision(),
                merge.verdict(),
                (Instant) facts.get(KnownFact.NOW),
                spoken,
                near);
    }

    private static Fate fate(Finding finding, Merge merge) {
        if (finding.mode() == Mode.SHADOW) {
            return Fate.SHADOW;
        }
        if (finding.verdict() == Verdict.ALLOW) {
            return Fate.ADVISED;
        }
        return finding.verdict() == merge.verdict() ? Fate.WON : Fate.LOST;
    }

    private static Near near(RuleConditions rule, ConditionEvaluator reading) {
        List<Condition> lacking = reading.lacking(rule);
        double closeness = lacking.stream().mapToDouble(reading::closeness).max().orElse(0);
        return new Near(rule.rule(), answers(lacking, reading), closeness);
    }

    private static List<Answer> answers(List<Condition> conditions, ConditionEvaluator reading) {
        return conditions.stream()
                .map(condition -> new Answer(condition.written(), reading.why(condition)))
                .toList();
    }
}
