package io.verigate.retention;

import java.time.Duration;

/// Retention periods.
///
/// @param decisions at least one day; they are deleted with the last one of their day
/// @param verifications and their messages; at least one day
public record RetentionPeriods(Duration decisions, Duration verifications) {
    /// How long a retry with the same `Idempotency-Key` returns the original response.
    private static final Duration ANSWERS = Duration.ofHours(24);

    /// Longer than any window of a counter, which is 90 days at most.
    private static final Duration COUNTERS = Duration.ofDays(92);

    private static final Duration MIN_LENGTH = Duration.ofDays(1);

    /// @throws IllegalArgumentException when a period is shorter than a day
    public RetentionPeriods {
        if (decisions.compareTo(MIN_LENGTH) < 0) {
            throw new IllegalArgumentException("`verigate.journal.keep` must be at least one day");
        }
        if (verifications.compareTo(MIN_LENGTH) < 0) {
            throw new IllegalArgumentException(
                    "`verigate.verifications.keep` must be at least one day");
        }
    }

    /// The maximum age of data; decisions may be up to one day older.
    public Duration of(RetainedKind kept) {
        return switch (kept) {
            case DECISIONS, MARKS, DIFFERENCES -> decisions;
            case VERIFICATIONS, MESSAGES, SANDBOX_MESSAGES -> verifications;
            case ANSWERS -> ANSWERS;
            case COUNTERS, BLOCKS -> COUNTERS;
        };
    }
}
