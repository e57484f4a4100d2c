package io.verigate.analysis.regression;

import io.verigate.decision.Decision;
import io.verigate.decision.Decision.ActiveBlock;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.Decision.Sender;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.FactType;
import io.verigate.decision.Verdict;
import io.verigate.policy.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came of an act.
///
/// @param seen what a caller sees of it, by the names of expectations; null where there is nothing
/// @param fired ids of the rules that fired, sorted
/// @param facts what was known, by name
record StepResult(
        Map<String, @Nullable Object> seen, List<String> fired, Map<String, Object> facts) {
    /// The kind of problem that an act was answered by.
    static final String PROBLEM = "problem";

    StepResult {
        seen = Collections.unmodifiableMap(new HashMap<>(seen));
        fired = List.copyOf(fired);
        facts = Map.copyOf(facts);
    }

    /// What came of a decision.
    ///
    /// @param verified whether the typed code was the right one; null when none was compared
    static StepResult of(Decision decision, @Nullable Boolean verified) {
        Map<String, @Nullable Object> seen = new HashMap<>();
        // A wait lasts until the same request is allowed, which may be later than the rule
        // says.
        Instant until = decision.verdict() == Verdict.WAIT ? decision.repeatAt() : decision.until();
        seen.put("verdict", decision.verdict().wireName());
        seen.put(Expectation.RULES, decision.fired());
        seen.put(
                "reasons",
                decision.reasons().stream().map(Reason::code).distinct().sorted().toList());
        seen.put("until", until);
        seen.put("for", until == null ? null : Duration.between(decision.at(), until));
        seen.put("advice", decision.advice());
        seen.put("route", decision.route());
        seen.put("otherwise", decision.noneOfTheseRoute().orElse(""));
        seen.put(
                "methods",
                decision.methods().stream().map(one -> one.channel().wireName()).toList());
        seen.put("hints", decision.methods().stream().map(UsableMethod::hint).toList());
        Sender sender = decision.sender();
        seen.put("sender", sender == null ? "" : sender.channel().wireName());
        seen.put("verified", verified);
        decision.activeBlock().ifPresent(block -> held(seen, block));
        return new StepResult(seen, decision.fired(), decision.facts());
    }

    /// What was found in the decision log.
    static StepResult found(List<Decision> decisions) {
        return found(
                decisions.size(),
                decisions.stream().flatMap(decision -> decision.fired().stream()),
                decisions.stream()
                        .flatMap(decision -> decision.reasons().stream())
                        .map(Reason::code));
    }

    /// What was found in the decision log.
    ///
    /// @param decisions how many
    /// @param rules that fired in them
    /// @param reasons that they gave
    static StepResult found(long decisions, Stream<String> rules, Stream<String> reasons) {
        return new StepResult(
                Map.of(
                        "found",
                        decisions,
                        Expectation.RULES,
                        rules.distinct().sorted().toList(),
                        "reasons",
                        reasons.distinct().sorted().toList()),
                List.of(),
                Map.of());
    }

    /// What came of an act that was answered by a problem, with nothing decided or changed.
    ///
    /// @param kind as the interface names it
    static StepResult problem(String kind) {
        return new StepResult(Map.of(PROBLEM, kind), List.of(), Map.of());
    }

    /// The same with something more to see.
    StepResult with(String name, Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(seen);
        more.put(name, value);
        return new StepResult(more, fired, facts);
    }

    private static void held(Map<String, @Nullable Object> seen, ActiveBlock block) {
        boolean endless = block.permanent() || FactType.FOREVER.equals(block.until());
        seen.put("scope", block.scope().wireName());
        seen.put("kind", block.id().isEmpty() ? "standing" : endless ? "permanent" : "temporary");
        seen.put("clause", block.clause());
    }
}
