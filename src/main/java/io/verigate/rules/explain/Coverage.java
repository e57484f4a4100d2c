package io.verigate.rules.explain;

import io.verigate.decision.Facts;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.syntax.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How much of a rule set is covered by some facts (modified condition/decision coverage).
///
/// A test is covered when it decides alone, both ways: with some facts it is true and the rule's outcome would flip if it
/// were false, with others it is false and the outcome would flip if it were true. A limit that is only ever exceeded
/// together with another one is not covered.
///
/// @param rules by id
public record Coverage(List<OfRule> rules) {
    private static final double WHOLE = 100.0;

    public Coverage {
        rules = List.copyOf(rules);
    }

    /// Coverage of one rule.
    ///
    /// @param fired how many of the facts make it fire
    /// @param nearMisses how many would make it fire but for one test
    public record OfRule(RuleDefinition rule, int fired, int nearMisses, List<OfTest> tests) {
        public OfRule {
            tests = List.copyOf(tests);
        }

        /// Whether it has a firing and a near miss.
        public boolean tried() {
            return fired > 0 && nearMisses > 0;
        }
    }

    /// Coverage of one test.
    ///
    /// @param whenTrue for how many of the facts it decides by being true
    /// @param whenFalse for how many it decides by being false
    public record OfTest(Condition test, int whenTrue, int whenFalse) {
        /// Whether it decides both ways.
        public boolean tried() {
            return whenTrue > 0 && whenFalse > 0;
        }
    }

    /// Measures the coverage of a rule set.
    public static Coverage of(RuleSet ruleSet, Collection<Facts> tried) {
        List<ConditionEvaluator> readings =
                tried.stream()
                        .map(facts -> new ConditionEvaluator(facts, ruleSet.policies()))
                        .toList();
        return new Coverage(
                ruleSet.conditions().values().stream().map(rule -> of(rule, readings)).toList());
    }

    private static OfRule of(RuleConditions rule, List<ConditionEvaluator> readings) {
        List<ConditionEvaluator> firing =
                readings.stream().filter(reading -> reading.fires(rule)).toList();
        List<ConditionEvaluator> near =
                readings.stream().filter(reading -> !reading.lacking(rule).isEmpty()).toList();
        List<ConditionEvaluator> close = new ArrayList<>(firing);
        close.addAll(near);
        return new OfRule(
                rule.rule(),
                firing.size(),
                near.size(),
                rule.tests().stream().map(test -> of(test, rule, close)).toList());
    }

    private static OfTest of(Condition test, RuleConditions rule, List<ConditionEvaluator> close) {
        int whenTrue = 0;
        int whenFalse = 0;
        for (ConditionEvaluator reading : close) {
            if (reading.decides(test, rule)) {
                whenTrue += reading.holds(test) ? 1 : 0;
                whenFalse += reading.holds(test) ? 0 : 1;
            }
        }
        return new OfTest(test, whenTrue, whenFalse);
    }

    /// All tests of all rules.
    public List<OfTest> tests() {
        return rules.stream().flatMap(rule -> rule.tests().stream()).toList();
    }

    /// Percentage of covered rules.
    public double percentOfRules() {
        return percent(rules.stream().filter(OfRule::tried).count(), rules.size());
    }

    /// Percentage of covered tests.
    public double percentOfTests() {
        return percent(tests().stream().filter(OfTest::tried).count(), tests().size());
    }

    private static double percent(long some, int all) {
        return all == 0 ? WHOLE : WHOLE * some / all;
    }
}
