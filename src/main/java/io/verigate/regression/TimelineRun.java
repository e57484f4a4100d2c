package io.verigate.regression;

import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.FactType;
import io.verigate.policy.Expectation;
import io.verigate.policy.Literal;
import io.verigate.regression.Bench.Done;
import io.verigate.rules.Recorded;
import io.verigate.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of one timeline.
final class TimelineRun {
    private final Timeline timeline;
    private final Bench bench;
    private final RuleSet ruleSet;
    private final List<Attempt> attempts = new ArrayList<>();

    TimelineRun(Timeline timeline, Bench bench, RuleSet ruleSet) {
        this.timeline = timeline;
        this.bench = bench;
        this.ruleSet = ruleSet;
    }

    List<Attempt> attempts() {
        Duration now = Duration.ZERO;
        for (int i = 0; i < timeline.steps().size(); i++) {
            Timeline.Step step = timeline.steps().get(i);
            Duration at = step.at();
            now = at == null ? now.plus(step.after()) : at;
            for (int repetition = 1; repetition <= step.acts().size(); repetition++) {
                now = repetition == 1 ? now : now.plus(step.every());
                perform(step, i + 1, repetition, now);
            }
        }
        return attempts;
    }

    private void perform(Timeline.Step step, int number, int repetition, Duration now) {
        bench.at(timeline.start().plus(now));
        Done done = bench.perform(step.acts().get(repetition - 1));
        Decision decision = done.decision();
        if (decision == null) {
            return;
        }
        Map<String, @Nullable Object> got = got(decision, done.verified());
        List<Expectation> expected =
                step.expected().stream()
                        .filter(one -> one.covers(repetition))
                        .map(Expected::expectation)
                        .toList();
        attempts.add(
                new Attempt(
                        step.line(),
                        label(number, repetition, step.acts().size(), now),
                        Recorded.facts(ruleSet.policies(), decision.facts()),
                        decision.fired(),
                        expected,
                        expected.stream().flatMap(one -> one.differences(got).stream()).toList()));
    }

    private static String label(int number, int repetition, int times, Duration now) {
        String which = times == 1 ? "" : ", " + repetition + " of " + times;
        return "step " + number + which + ", at " + clock(now);
    }

    /// As a person would say it: 3h, 1d 1h 1m 50s.
    private static String clock(Duration time) {
        List<String> parts = new ArrayList<>();
        Duration days = Duration.ofDays(time.toDays());
        Duration hours = Duration.ofHours(time.toHoursPart());
        Duration minutes = Duration.ofMinutes(time.toMinutesPart());
        Duration rest = time.minus(days).minus(hours).minus(minutes);
        for (Duration part : List.of(days, hours, minutes, rest)) {
            if (!part.isZero()) {
                parts.add(Literal.write(part));
            }
        }
        return parts.isEmpty() ? "0s" : String.join(" ", parts);
    }

    private static Map<String, @Nullable Object> got(
            Decision decision, @Nullable Boolean verified) {
        Map<String, @Nullable Object> got = new HashMap<>();
        Instant until = decision.until();
        got.put("verdict", decision.verdict().word());
        got.put(Expectation.RULES, decision.fired());
        got.put(
                "reasons",
                decision.reasons().stream().map(Reason::code).distinct().sorted().toList());
        got.put("until", until);
        got.put("for", until == null ? null : Duration.between(decision.at(), until));
        got.put("advice", decision.advice());
        got.put("route", decision.route());
        got.put("methods", decision.methods().stream().map(one -> one.channel().word()).toList());
        got.put("verified", verified);
        decision.heldBlock().ifPresent(block -> block(got, block));
        return got;
    }

    private static void block(Map<String, @Nullable Object> got, HeldBlock block) {
        boolean endless = block.permanent() || FactType.FOREVER.equals(block.until());
        got.put("scope", block.scope().word());
        got.put("kind", block.id().isEmpty() ? "standing" : endless ? "permanent" : "temporary");
        got.put("clause", block.clause());
    }
}
