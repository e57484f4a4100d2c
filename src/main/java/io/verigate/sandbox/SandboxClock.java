package io.verigate.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A clock that can be advanced, to test a week's wait in a second. It never goes
/// back, because counters and blocks cannot. Thread-safe.
public final class SandboxClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> ahead;
    private final Consumer<Duration> keeper;

    /// @param real the underlying clock
    /// @param ahead initial offset
    /// @param keeper stores the offset after every change
    public SandboxClock(InstantSource real, Duration ahead, Consumer<Duration> keeper) {
        this.real = real;
        this.ahead = new AtomicReference<>(ahead);
        this.keeper = keeper;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /// Advances the clock.
    ///
    /// @throws IllegalArgumentException when the length is negative
    public void advance(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock cannot go back; the duration must be positive");
        }
        keeper.accept(ahead.updateAndGet(before -> before.plus(length)));
    }

    /// Advances the clock to a time; returns false and does nothing when it is in the past.
    public boolean advanceTo(Instant time) {
        Duration wanted = Duration.between(real.instant(), time);
        Duration now = ahead.updateAndGet(before -> before.compareTo(wanted) < 0 ? wanted : before);
        keeper.accept(now);
        return now.equals(wanted);
    }
}
