package io.verigate.analysis.regression;

import io.verigate.policy.Expectation;
import io.verigate.policy.Literal;
import io.verigate.policy.Policies;
import io.verigate.rules.runtime.RecordedFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/// One run of one timeline: sets the clock, does what the steps say, and compares what came of it.
final class TimelineRun {
    private final Timeline timeline;
    private final TimelineDriver stage;
    private final Policies policies;

    /// @param policies by which facts are known
    TimelineRun(Timeline timeline, TimelineDriver stage, Policies policies) {
        this.timeline = timeline;
        this.stage = stage;
        this.policies = policies;
    }

    /// @param next hears before every act in which file and line it stands, and may throw to end the run
    /// @param made takes every decision
    void run(ObjIntConsumer<String> next, Consumer<RecordedAttempt> made) {
        Duration now = Duration.ZERO;
        for (int i = 0; i < timeline.steps().size(); i++) {
            Timeline.Step step = timeline.steps().get(i);
            Duration at = step.at();
            now = at == null ? now.plus(step.after()) : at;
            for (int repetition = 1; repetition <= step.acts().size(); repetition++) {
                now = repetition == 1 ? now : now.plus(step.every());
                next.accept(timeline.file(), step.line());
                perform(step, i + 1, repetition, now).ifPresent(made);
            }
        }
    }

    private Optional<RecordedAttempt> perform(
            Timeline.Step step, int number, int repetition, Duration now) {
        stage.at(timeline.start().plus(now));
        return stage.perform(step.acts().get(repetition - 1))
                .map(upshot -> attempt(step, number, repetition, now, upshot));
    }

    private RecordedAttempt attempt(
            Timeline.Step step, int number, int repetition, Duration now, StepResult upshot) {
        List<Expectation> expected =
                step.expected().stream()
                        .filter(one -> one.covers(repetition))
                        .map(ExpectedOutcome::expectation)
                        .toList();
        return new RecordedAttempt(
                step.line(),
                label(number, repetition, step.acts().size(), now),
                RecordedFacts.facts(policies, upshot.facts()),
                upshot.fired(),
                expected,
                differences(expected, upshot));
    }

    /// A problem that nobody expects is one.
    private static List<String> differences(List<Expectation> expected, StepResult upshot) {
        List<String> differences = new ArrayList<>();
        expected.forEach(one -> differences.addAll(one.differences(upshot.seen())));
        Object problem = upshot.seen().get(StepResult.PROBLEM);
        if (problem != null
                && expected.stream()
                        .noneMatch(one -> one.wanted().containsKey(StepResult.PROBLEM))) {
            differences.add("problem: expected nothing, got " + problem);
        }
        return differences;
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
}
