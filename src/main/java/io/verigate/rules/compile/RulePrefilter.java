package io.verigate.rules.compile;

import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.syntax.Condition.Comparison;
import io.verigate.rules.syntax.Condition.Constant;
import io.verigate.rules.syntax.Condition.Name;
import io.verigate.rules.syntax.Condition.Operator;
import io.verigate.rules.syntax.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where screens stand: one question, before a handful of rules, whether any of them fires. Drools asks every constraint
/// by a chain of calls; a screen is compiled to one method, so that nearly every request is through with all rules behind
/// it at once. Behind it, each rule is one question too: whether all the rest of its constraints holds.
///
/// Drools looks up by itself what many rules compare one fact with, and asks once what many rules ask first; that stays
/// before the screens.
final class RulePrefilter {
    // Measured with the rules that ship, from 2 to 16: more of them shorten a request for which no
    // rule fires, and
    // lengthen one for which some do.
    private static final int BEHIND_ONE = 8;

    /// Drools' own thresholds for looking up instead of comparing (`drools.alphaNodeHashingThreshold`,
    /// `drools.alphaNodeRangeIndexThreshold`).
    private static final int LOOKED_UP = 3;

    private static final int LOOKED_UP_IN_ORDER = 9;

    private final List<List<Integer>> screens = new ArrayList<>();
    private final List<List<Condition>> rests = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    /// The screen of a rule.
    ///
    /// @param after how many constraints of the rule it stands
    /// @param screen its number
    /// @param rest the number of what follows
    record Place(int after, int screen, int rest) {}

    private RulePrefilter() {}

    /// Finds the places.
    static RulePrefilter before(List<CheckedRule> rules) {
        RulePrefilter screens = new RulePrefilter();
        screens.place(rules, 0);
        return screens;
    }

    /// The screens by their number: the numbers of what is behind them.
    List<List<Integer>> all() {
        return screens;
    }

    /// What is behind screens: constraints that have to hold all.
    List<List<Condition>> rests() {
        return rests;
    }

    /// Where the screen of a rule stands; null when it has none.
    @Nullable Place of(CheckedRule rule) {
        return places.get(rule.definition().id());
    }

    /// @param rules all that begin with the same constraints
    /// @param constraint the first one that can differ
    private void place(List<CheckedRule> rules, int constraint) {
        Map<String, List<CheckedRule>> next = new LinkedHashMap<>();
        for (CheckedRule rule : rules) {
            if (rule.conditions().size() > constraint) {
                next.computeIfAbsent(
                                rule.conditions().get(constraint).written().text(),
                                text -> new ArrayList<>())
                        .add(rule);
            }
        }
        Map<String, Long> compared =
                next.values().stream()
                        .map(alike -> comparedWithConstant(alike, constraint))
                        .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        List<List<CheckedRule>> few = new ArrayList<>();
        for (List<CheckedRule> alike : next.values()) {
            String what = comparedWithConstant(alike, constraint);
            int enough = what.startsWith("=") ? LOOKED_UP : LOOKED_UP_IN_ORDER;
            boolean lookedUp = !what.isEmpty() && compared.getOrDefault(what, 0L) >= enough;
            boolean shared = alike.size() > BEHIND_ONE / 2;
            if (lookedUp || shared) {
                place(alike, constraint + 1);
            } else {
                few.add(alike);
            }
        }
        screen(few, constraint);
    }

    private void screen(List<List<CheckedRule>> few, int constraint) {
        for (int from = 0; from < few.size(); from += BEHIND_ONE) {
            List<CheckedRule> behind =
                    few.subList(from, Math.min(from + BEHIND_ONE, few.size())).stream()
                            .flatMap(Collection::stream)
                            .toList();
            if (behind.size() > 1) {
                behind.forEach(rule -> hide(rule, constraint));
                screens.add(
                        IntStream.range(rests.size() - behind.size(), rests.size())
                                .boxed()
                                .toList());
            }
        }
    }

    private void hide(CheckedRule rule, int after) {
        places.put(rule.definition().id(), new Place(after, screens.size(), rests.size()));
        rests.add(rule.conditions().subList(after, rule.conditions().size()));
    }

    /// The fact that is compared with a constant, and whether for order; empty when there is none.
    private static String comparedWithConstant(List<CheckedRule> alike, int constraint) {
        return alike.getFirst().conditions().get(constraint) instanceof Comparison one
                        && one.left() instanceof Name fact
                        && one.operator() != Operator.NOT_EQUAL
                        && one.right() instanceof Constant
                ? (one.operator().orders() ? "<" : "=") + fact.name()
                : "";
    }
}
