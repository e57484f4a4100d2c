package io.verigate.analysis.regression;

/// Counts the acts of the timelines of a rule set, all of which are done whenever it is published: a short file must not
/// keep a service busy.
final class ActionCount {
    /// As many repetitions as a step may need.
    private static final long MAX_TIMES = 1_000;

    /// As many acts as a timeline may need; the longest that ships has some hundred.
    private static final int MAX_PER_TIMELINE = 10_000;

    /// Acts of all timelines; those that ship have two thousand.
    private static final int MAX_PER_RULE_SET = 100_000;

    private long inTimeline;
    private long inSet;

    /// Another timeline begins.
    void begin() {
        inTimeline = 0;
    }

    /// How often a step runs. Exceeding the limit is reported once, at the step that does it.
    int add(StepFields step) {
        long told = step.count("times").orElse(1L);
        if (told < 1 || told > MAX_TIMES) {
            step.fault("`times` must be between 1 and " + MAX_TIMES);
        }
        int times = (int) Math.clamp(told, 1, MAX_TIMES);
        boolean wasTooMuch = isTooMuch();
        inTimeline += times;
        inSet += times;
        if (isTooMuch() && !wasTooMuch) {
            step.fault(
                    "with this step, a timeline has more than %d acts, or all of them have more than %d: repeat less often, or leave some out"
                            .formatted(MAX_PER_TIMELINE, MAX_PER_RULE_SET));
        }
        return times;
    }

    /// Whether there are more than may be done.
    boolean isTooMuch() {
        return inTimeline > MAX_PER_TIMELINE || inSet > MAX_PER_RULE_SET;
    }
}
