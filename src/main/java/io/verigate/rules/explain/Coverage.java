package io.verigate.rules.explain;

import io.verigate.decision.Facts;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.syntax.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How much of a rule set some facts try out.
///
/// A test of a rule is tried when it decides alone, once with each answer: facts with which it is true and the rule would
/// do the opposite if it were false, and facts the other way round. So a limit that is only ever exceeded together
/// with another one is not tried.
///
/// @param rules in the order of their ids
public record Coverage(List<OfRule> rules) {
    private static final double WHOLE = 100.0;

    public Coverage {
        rules = List.copyOf(rules);
    }

    /// How much of one rule is tried.
    ///
    /// @param fired by how many of the facts it fires
    /// @param nearMisses by how many it does not, and would but for one test
    public record OfRule(RuleDefinition rule, int fired, int nearMisses, List<OfTest> tests) {
        public OfRule {
            tests = List.copyOf(tests);
        }

        /// Whether it fires for some of the facts, and is nearly missed for others.
        public boolean tried() {
            return fired > 0 && nearMisses > 0;
        }
    }

    /// How much of one test is tried.
    ///
    /// @param whenTrue by how many of the facts it decides by being true
    /// @param whenFalse by how many it decides by being false
    public record OfTest(Condition test, int whenTrue, int whenFalse) {
        /// Whether it decides both ways.
        public boolean tried() {
            return whenTrue > 0 && whenFalse > 0;
        }
    }

    /// Measures.
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

    /// How many of a hundred rules are tried.
    public double percentOfRules() {
        return percent(rules.stream().filter(OfRule::tried).count(), rules.size());
    }

    /// How many of a hundred tests are tried.
    public double percentOfTests() {
        return percent(tests().stream().filter(OfTest::tried).count(), tests().size());
    }

    private static double percent(long some, int all) {
        return all == 0 ? WHOLE : WHOLE * some / all;
    }
}
