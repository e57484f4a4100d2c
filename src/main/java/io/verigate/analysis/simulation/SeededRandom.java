package io.verigate.analysis.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/// Everything that is random about one person: the same for the same seed and name, whatever others do.
final class SeededRandom {
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final SplittableRandom random;

    SeededRandom(long seed, String name) {
        random = new SplittableRandom(seed * MIX + name.hashCode());
    }

    /// From 0 to below a bound.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Once in so many.
    boolean once(int inHowMany) {
        return random.nextInt(inHowMany) == 0;
    }

    /// Between two lengths.
    Duration between(Duration least, Duration most) {
        return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
    }

    /// Seconds between two numbers.
    Duration seconds(int least, int most) {
        return between(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
}
