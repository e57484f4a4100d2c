package io.verigate.rules.compile;

import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.Condition.Comparison;
import io.verigate.rules.syntax.Condition.Constant;
import io.verigate.rules.syntax.Condition.Name;
import io.verigate.rules.syntax.Condition.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Prefilters for groups of rules. Drools evaluates each constraint through a chain of calls; a screen is a single compiled
/// method that tests whether any rule in its group fires, so that nearly every request passes the whole group at once.
/// Behind it, the remaining constraints of each rule are one method too.
///
/// Constraints that Drools indexes (many rules compare one fact) or shares (many rules start with it) stay before the
/// screens.
final class RulePrefilter {
    // Measured with the shipped rules, from 2 to 16: larger groups are faster for requests that no
    // rule matches and slower for others.
    private static final int BEHIND_ONE = 8;

    /// Drools' thresholds for indexing (`drools.alphaNodeHashingThreshold`, `drools.alphaNodeRangeIndexThreshold`).
    private static final int LOOKED_UP = 3;

    private static final int LOOKED_UP_IN_ORDER = 9;

    private final List<List<Integer>> screens = new ArrayList<>();
    private final List<List<Condition>> rests = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    /// The screen of a rule.
    ///
    /// @param after number of constraints before it
    /// @param screen its number
    /// @param rest number of the remaining constraints
    record Place(int after, int screen, int rest) {}

    private RulePrefilter() {}

    /// Places screens before rules.
    static RulePrefilter before(List<CheckedRule> rules) {
        RulePrefilter screens = new RulePrefilter();
        screens.place(rules, 0);
        return screens;
    }

    /// For each screen, the numbers of the rests behind it.
    List<List<Integer>> all() {
        return screens;
    }

    /// For each rest, the constraints that must all hold.
    List<List<Condition>> rests() {
        return rests;
    }

    /// The screen of a rule; null without one.
    @Nullable Place of(CheckedRule rule) {
        return places.get(rule.definition().id());
    }

    /// @param rules that start with the same constraints
    /// @param constraint index of the first one that can differ
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

    /// `<fact` or `=fact` for a comparison of a fact with a constant; empty for other constraints.
    private static String comparedWithConstant(List<CheckedRule> alike, int constraint) {
        return alike.getFirst().conditions().get(constraint) instanceof Comparison one
                        && one.left() instanceof Name fact
                        && one.operator() != Operator.NOT_EQUAL
                        && one.right() instanceof Constant
                ? (one.operator().orders() ? "<" : "=") + fact.name()
                : "";
    }
}
