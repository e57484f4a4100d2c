package io.verigate.activity;

import java.time.Instant;
import java.util.Arrays;

/// Which others were seen together with a subject, and when last: the accounts of a source, for example. Immutable.
///
/// @param others first eight bytes after the kind of each other's key
/// @param seconds seconds since 1970 of each other's latest sighting
record DistinctSet(long[] others, long[] seconds) {
    static final DistinctSet EMPTY = new DistinctSet(new long[0], new long[0]);

    /// How many others are remembered; beyond this the one not seen for longest is forgotten, so a count of 128 means
    /// "128 or more".
    static final int MAX = 128;

    DistinctSet plus(SubjectKey other, Instant at) {
        int place = 0;
        while (place < others.length && others[place] != other.low()) {
            place++;
        }
        boolean known = place < others.length;
        if (known && seconds[place] >= at.getEpochSecond()) {
            return this;
        }
        if (!known && others.length >= MAX) {
            place = oldest();
            known = true;
        }
        long[] names = Arrays.copyOf(others, known ? others.length : others.length + 1);
        long[] times = Arrays.copyOf(seconds, names.length);
        times[place] =
                names[place] == other.low()
                        ? Math.max(times[place], at.getEpochSecond())
                        : at.getEpochSecond();
        names[place] = other.low();
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
        return "sightings of " + others.length;
    }
}
