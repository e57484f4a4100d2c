package io.verigate.retention;

import java.time.Duration;

/// How long things are kept.
///
/// @param decisions at least a day; they go with the last one of their day
/// @param verifications with their messages, at least a day
public record RetentionPeriods(Duration decisions, Duration verifications) {
    /// How long the answer to a call with an `Idempotency-Key` is the same.
    private static final Duration ANSWERS = Duration.ofHours(24);

    /// Longer than any window of a counter, which is 90 days at most.
    private static final Duration COUNTERS = Duration.ofDays(92);

    private static final Duration MIN_LENGTH = Duration.ofDays(1);

    /// @throws IllegalArgumentException when one is shorter than a day
    public RetentionPeriods {
        if (decisions.compareTo(MIN_LENGTH) < 0) {
            throw new IllegalArgumentException("`verigate.journal.keep` has to be a day or longer");
        }
        if (verifications.compareTo(MIN_LENGTH) < 0) {
            throw new IllegalArgumentException(
                    "`verigate.verifications.keep` has to be a day or longer");
        }
    }

    /// How old something becomes at most; a decision up to a day more.
    public Duration of(RetainedKind kept) {
        return switch (kept) {
            case DECISIONS, MARKS, DIFFERENCES -> decisions;
            case VERIFICATIONS, MESSAGES, SANDBOX_MESSAGES -> verifications;
            case ANSWERS -> ANSWERS;
            case COUNTERS, BLOCKS -> COUNTERS;
        };
    }
}
