package io.verigate.bench;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The middle of what several rounds gave.
final class Medians {
    private Medians() {}

    static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
        return middle(rounds.stream().mapToDouble(value));
    }

    static double of(int rounds, IntToDoubleFunction value) {
        return middle(IntStream.range(0, rounds).mapToDouble(value));
    }

    private static double middle(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
