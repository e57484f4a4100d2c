package io.verigate.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// The times of one kind of event for one subject: exact for the last two minutes, coarser for older events.
///
/// A bucket has the time of its latest event, so that a window never counts too few events, and at most one bucket too
/// many. Older events in the second in which a window starts do not count. Immutable.
///
/// @param lastMicros microseconds since 1970 of the latest event
/// @param seconds seconds since 1970 of each bucket, ascending
/// @param counts number of events in each bucket
record EventHistory(long lastMicros, long[] seconds, int[] counts) {
    static final EventHistory EMPTY = new EventHistory(Long.MIN_VALUE, new long[0], new int[0]);

    /// Older events are dropped.
    static final Duration RETENTION = Duration.ofDays(92);

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MICROS = 1_000_000;

    /// Age from which a coarser width applies, and that width, in seconds.
    private static final long[][] WIDTHS = {
        {8 * DAY, 12 * HOUR},
        {2 * DAY, HOUR},
        {2 * HOUR, 15 * MINUTE},
        {20 * MINUTE, MINUTE},
        {2 * MINUTE, 10},
        {0, 1}
    };

    EventHistory plus(Instant at) {
        long micros = micros(at);
        long second = at.getEpochSecond();
        int length = seconds.length;
        if (length > 0 && seconds[length - 1] == second) {
            // No bucket changes its width, so the busiest subjects cost least.
            int[] sums = counts.clone();
            sums[length - 1]++;
            return new EventHistory(Math.max(lastMicros, micros), seconds, sums);
        }
        long[] times = Arrays.copyOf(seconds, length + 1);
        int[] sums = Arrays.copyOf(counts, length + 1);
        int index = length;
        while (index > 0 && times[index - 1] > second) {
            times[index] = times[index - 1];
            sums[index] = sums[index - 1];
            index--;
        }
        times[index] = second;
        sums[index] = 1;
        return compact(Math.max(lastMicros, micros), times, sums);
    }

    /// The number of events later than `from`.
    long since(Instant from) {
        long sum = 0;
        for (int i = seconds.length - 1; i >= 0 && isLater(i, from); i--) {
            sum += counts[i];
        }
        return sum;
    }

    /// The latest event is known to the microsecond, because a right code or a sign-in may reset a counter within the
    /// same second.
    private boolean isLater(int bucket, Instant from) {
        long second = from.getEpochSecond();
        return seconds[bucket] > second
                || seconds[bucket] == second
                        && bucket == seconds.length - 1
                        && lastMicros > micros(from);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }

    /// The number of events later than `from`, back to the last silence longer than `quiet`, up to now included.
    long since(Instant from, Duration quiet, Instant now) {
        long next = now.getEpochSecond();
        long sum = 0;
        for (int i = seconds.length - 1; i >= 0; i--) {
            if (!isLater(i, from) || next - seconds[i] > quiet.toSeconds()) {
                break;
            }
            sum += counts[i];
            next = seconds[i];
        }
        return sum;
    }

    private static EventHistory compact(long lastMicros, long[] times, int[] sums) {
        long now = Math.floorDiv(lastMicros, MICROS);
        int end = 0;
        for (int i = 0; i < times.length; i++) {
            if (now - times[i] > RETENTION.toSeconds()) {
                continue;
            }
            long width = width(now - times[i]);
            if (end > 0 && times[end - 1] / width == times[i] / width) {
                times[end - 1] = times[i];
                sums[end - 1] += sums[i];
            } else {
                times[end] = times[i];
                sums[end] = sums[i];
                end++;
            }
        }
        return new EventHistory(lastMicros, Arrays.copyOf(times, end), Arrays.copyOf(sums, end));
    }

    private static long width(long age) {
        for (long[] step : WIDTHS) {
            if (age >= step[0]) {
                return step[1];
            }
        }
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventHistory that
                && lastMicros == that.lastMicros
                && Arrays.equals(seconds, that.seconds)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(lastMicros) * 31 + Arrays.hashCode(seconds);
    }

    @Override
    public String toString() {
        return "history of " + seconds.length + " buckets";
    }
}
