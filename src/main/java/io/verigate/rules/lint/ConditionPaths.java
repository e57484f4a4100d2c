package io.verigate.rules.lint;

import io.verigate.rules.syntax.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways in which conditions can hold together (disjunctive normal form): in each way, every test must have the given
/// truth value.
///
/// @param ways alternatives; one with no tests always holds
record ConditionPaths(List<List<Asked>> ways) {
    private static final int MAX = 512;

    /// One test and its required truth value.
    ///
    /// @param test a flag, a comparison or a list membership
    record Asked(Condition test, boolean wanted) {}

    /// The conjunction of all conditions; empty when it has too many alternatives.
    static Optional<ConditionPaths> of(List<Condition> all) {
        List<List<Asked>> ways = List.of(List.of());
        for (Condition condition : all) {
            ways = both(ways, of(condition, true));
            if (ways.size() > MAX) {
                return Optional.empty();
            }
        }
        return Optional.of(new ConditionPaths(ways));
    }

    /// These, with `condition` false; empty when there are too many alternatives.
    Optional<ConditionPaths> without(Condition condition) {
        List<List<Asked>> longer = both(ways, of(condition, false));
        return longer.size() > MAX ? Optional.empty() : Optional.of(new ConditionPaths(longer));
    }

    private static List<List<Asked>> of(Condition condition, boolean wanted) {
        return switch (condition) {
            case Condition.Not not -> of(not.inner(), !wanted);
            case Condition.And and -> joined(and.left(), and.right(), wanted, wanted);
            case Condition.Or or -> joined(or.left(), or.right(), wanted, !wanted);
            default -> List.of(List.of(new Asked(condition, wanted)));
        };
    }

    private static List<List<Asked>> joined(
            Condition left, Condition right, boolean wanted, boolean together) {
        if (together) {
            return both(of(left, wanted), of(right, wanted));
        }
        List<List<Asked>> either = new ArrayList<>(of(left, wanted));
        either.addAll(of(right, wanted));
        return either;
    }

    private static List<List<Asked>> both(List<List<Asked>> some, List<List<Asked>> others) {
        List<List<Asked>> all = new ArrayList<>();
        for (List<Asked> one : some) {
            for (List<Asked> other : others) {
                List<Asked> longer = new ArrayList<>(one);
                longer.addAll(other);
                all.add(longer);
                if (all.size() > MAX) {
                    return all;
                }
            }
        }
        return all;
    }
}
