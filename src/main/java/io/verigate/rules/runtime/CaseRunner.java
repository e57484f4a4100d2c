package io.verigate.rules.runtime;

import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Evaluation;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.Finding;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Mark;
import io.verigate.decision.Merge;
import io.verigate.policy.Expectation;
import io.verigate.policy.RegressionCase;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs regression cases against a rule set, in memory.
public final class CaseRunner {
    /// The time of a case that sets no `now`.
    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final RuleSet ruleSet;

    public CaseRunner(RuleSet ruleSet) {
        this.ruleSet = ruleSet.unhurried();
    }

    /// The result of a case.
    ///
    /// @param facts given and derived
    /// @param differences from the expectation, in words; empty when the case passes
    /// @param fired ids of the rules that fired, sorted
    public record Result(
            RegressionCase tested, Facts facts, List<String> differences, List<String> fired) {
        /// Whether the case passes.
        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /// Runs one case.
    public Result run(RegressionCase tested) {
        Facts facts = facts(tested);
        Evaluation ruling = ruleSet.evaluate(facts);
        Merge merge = Merge.of(ruling.findings());
        return new Result(
                tested,
                facts,
                tested.expected().differences(got(facts, ruling, merge)),
                ruling.fired());
    }

    private static Map<String, @Nullable Object> got(Facts facts, Evaluation ruling, Merge merge) {
        Map<String, @Nullable Object> got = new HashMap<>();
        got.put("verdict", merge.verdict().wireName());
        got.put(Expectation.RULES, ruling.fired());
        got.put("reasons", reasons(merge));
        got.put("for", length(merge, (Instant) facts.get(KnownFact.NOW)));
        got.put("advice", merge.advice());
        got.put("route", merge.route());
        got.put("marks", merge.marks().stream().map(Mark::words).toList());
        merge.leader()
                .flatMap(Finding::blockInstruction)
                .ifPresent(order -> {
                    got.put("scope", order.scope().wireName());
                    boolean standing = order instanceof BlockInstruction.Standing;
                    boolean endless = FactType.FOREVER.equals(merge.until());
                    got.put("kind", standing ? "standing" : endless ? "permanent" : "temporary");
                });
        return got;
    }

    /// The given facts of a case and those derived from them.
    Facts facts(RegressionCase tested) {
        FactSchema schema = ruleSet.policies().schema();
        FactsBuilder facts = schema.builder().set(KnownFact.NOW, NOW);
        BitSet given = new BitSet();
        tested.facts()
                .forEach((name, value) -> {
                    int place = schema.index(name).orElseThrow();
                    facts.set(place, value);
                    given.set(place);
                });
        Instant now = (Instant) facts.get(KnownFact.NOW.ordinal());
        ruleSet.policies().derive(facts, RuleSetLoader.NOTHING, now, given::get);
        return facts.build();
    }

    private static List<String> reasons(Merge merge) {
        return merge.winners().stream().map(Finding::reason).distinct().sorted().toList();
    }

    private static @Nullable Duration length(Merge merge, Instant now) {
        Instant until = merge.until();
        return until == null || until.equals(FactType.FOREVER)
                ? null
                : Duration.between(now, until);
    }
}
