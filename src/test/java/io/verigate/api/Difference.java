package io.verigate.api;

import java.util.Arrays;
import java.util.Locale;

/// How far two samples of times lie apart: how likely one of the first is longer than one of the second, as Mann and
/// Whitney count it, which is 0.5 when nothing tells them apart.
///
/// @param name what was compared
/// @param calls in each sample
/// @param likelihood from 0 to 1
/// @param firstMedian of the first sample, in nanoseconds
/// @param secondMedian of the second one
record Difference(String name, int calls, double likelihood, long firstMedian, long secondMedian) {
    static Difference between(String name, long[] first, long[] second) {
        long[] one = first.clone();
        long[] other = second.clone();
        Arrays.sort(one);
        Arrays.sort(other);
        double longer = 0;
        int less = 0;
        int notMore = 0;
        for (long time : one) {
            while (less < other.length && other[less] < time) {
                less++;
            }
            while (notMore < other.length && other[notMore] <= time) {
                notMore++;
            }
            longer += (less + notMore) / 2.0;
        }
        return new Difference(
                name,
                first.length,
                longer / ((double) one.length * other.length),
                one[one.length / 2],
                other[other.length / 2]);
    }

    /// How far from telling nothing.
    double effect() {
        return Math.abs(likelihood - 0.5);
    }

    /// How many standard deviations of chance that is.
    double deviations() {
        return effect() / Math.sqrt((2.0 * calls + 1) / (12.0 * calls * calls));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d calls each, medians %d us and %d us, likelihood of longer %.4f (%.1f deviations of chance)",
                name,
                calls,
                firstMedian / 1_000,
                secondMedian / 1_000,
                likelihood,
                deviations());
    }
}
