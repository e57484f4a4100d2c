package io.verigate.analysis.replay;

import java.time.Duration;
import java.time.Instant;

/// The decisions to go through.
///
/// @param from not before
/// @param to before
public record Period(Instant from, Instant to) {
    /// @throws IllegalArgumentException when it ends before it begins
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the end `%s` is before the beginning".formatted(to));
        }
    }

    /// How much of it lies before a time, from 0 to 1.
    public double share(Instant reached) {
        double whole = Duration.between(from, to).toMillis();
        double done = Duration.between(from, reached).toMillis();
        return whole <= 0 ? 1 : Math.clamp(done / whole, 0, 1);
    }
}
