package io.verigate.activity;

import java.time.Instant;
import java.util.Arrays;

/// The others that were seen with a subject, such as the accounts of a client, each with the latest time. Immutable.
///
/// @param others second half of the key of each
/// @param seconds seconds since 1970 of the latest time of each
record DistinctSet(long[] others, long[] seconds) {
    static final DistinctSet EMPTY = new DistinctSet(new long[0], new long[0]);

    /// The maximum number; beyond it the least recent one is dropped, so that a count of 128 means "128 or more".
    static final int MAX = 128;

    DistinctSet plus(SubjectKey other, Instant at) {
        int index = 0;
        while (index < others.length && others[index] != other.low()) {
            index++;
        }
        boolean known = index < others.length;
        if (known && seconds[index] >= at.getEpochSecond()) {
            return this;
        }
        if (!known && others.length >= MAX) {
            index = oldest();
            known = true;
        }
        long[] names = Arrays.copyOf(others, known ? others.length : others.length + 1);
        long[] times = Arrays.copyOf(seconds, names.length);
        times[index] =
                names[index] == other.low()
                        ? Math.max(times[index], at.getEpochSecond())
                        : at.getEpochSecond();
        names[index] = other.low();
        return new DistinctSet(names, times);
    }

    long since(Instant from) {
        long second = from.getEpochSecond();
        return Arrays.stream(seconds).filter(time -> time > second).count();
    }

    private int oldest() {
        int oldest = 0;
        for (int i = 1; i < seconds.length; i++) {
            if (seconds[i] < seconds[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctSet that
                && Arrays.equals(others, that.others)
                && Arrays.equals(seconds, that.seconds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(others);
    }

    @Override
    public String toString() {
        return "distinct set of " + others.length;
    }
}
