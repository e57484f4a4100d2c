package io.verigate.rules;

import io.verigate.decision.BlockOrder;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Merge;
import io.verigate.decision.Ruling;
import io.verigate.decision.Scope;
import io.verigate.policy.RegressionCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs regression cases against a rule set, in memory.
public final class CaseRunner {
    /// The time of a case that names none.
    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final RuleSet ruleSet;

    public CaseRunner(RuleSet ruleSet) {
        this.ruleSet = ruleSet.patient();
    }

    /// What a case gave.
    ///
    /// @param differences what is not as expected, in words; empty when the case holds
    /// @param fired ids of the rules that fired
    public record Result(RegressionCase tested, List<String> differences, List<String> fired) {
        /// Whether everything is as expected.
        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /// Runs one case.
    public Result run(RegressionCase tested) {
        Facts facts = facts(tested);
        Ruling ruling = ruleSet.evaluate(facts);
        Merge merge = Merge.of(ruling.findings());
        List<String> differences = new ArrayList<>();
        compare("verdict", tested.verdict().word(), merge.verdict().word(), differences);
        compare("rules", tested.rules().stream().sorted().toList(), ruling.fired(), differences);
        compare("reasons", sorted(tested.reasons()), sorted(reasons(merge)), differences);
        compare(
                "for",
                tested.length(),
                length(merge, (Instant) facts.get(KnownFact.NOW)),
                differences);
        compare("scope", tested.scope(), scope(merge), differences);
        compare("advice", tested.advice(), merge.advice(), differences);
        compare("route", tested.route(), merge.route(), differences);
        return new Result(tested, List.copyOf(differences), ruling.fired());
    }

    /// The facts of a case: what it gives, and what is derived from that.
    Facts facts(RegressionCase tested) {
        FactSchema schema = ruleSet.policies().schema();
        FactsBuilder facts = schema.builder().set(KnownFact.NOW, NOW);
        BitSet given = new BitSet();
        tested.facts()
                .forEach((name, value) -> {
                    int place = schema.place(name).orElseThrow();
                    facts.set(place, value);
                    given.set(place);
                });
        Instant now = (Instant) facts.get(KnownFact.NOW.ordinal());
        ruleSet.policies().derive(facts, RuleSetLoader.NOTHING, now, given::get);
        return facts.build();
    }

    private static void compare(
            String what,
            @Nullable Object expected,
            @Nullable Object got,
            List<String> differences) {
        if (expected != null && !expected.equals(got)) {
            differences.add(
                    "%s: expected `%s`, got `%s`"
                            .formatted(what, expected, got == null ? "nothing" : got));
        }
    }

    private static List<String> reasons(Merge merge) {
        return merge.winners().stream().map(Finding::reason).distinct().toList();
    }

    private static @Nullable List<String> sorted(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().sorted().toList();
    }

    private static @Nullable Duration length(Merge merge, Instant now) {
        Instant until = merge.until();
        return until == null || until.equals(FactType.FOREVER)
                ? null
                : Duration.between(now, until);
    }

    private static @Nullable Scope scope(Merge merge) {
        return merge.leader().flatMap(Finding::blockOrder).map(BlockOrder::scope).orElse(null);
    }
}
