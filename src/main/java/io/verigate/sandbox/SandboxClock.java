package io.verigate.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A clock that runs like another one and can be moved ahead, so that a week's wait is tested in a second. It never goes
/// back, because nothing that was counted or blocked knows how to. Thread-safe.
public final class SandboxClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> ahead;
    private final Consumer<Duration> keeper;

    /// @param real the clock that it follows
    /// @param ahead how far it is ahead at first
    /// @param keeper keeps how far it is ahead from every move on
    public SandboxClock(InstantSource real, Duration ahead, Consumer<Duration> keeper) {
        this.real = real;
        this.ahead = new AtomicReference<>(ahead);
        this.keeper = keeper;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /// Goes ahead.
    ///
    /// @throws IllegalArgumentException when the length is negative
    public void advance(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock goes ahead only: give a length above zero");
        }
        keeper.accept(ahead.updateAndGet(before -> before.plus(length)));
    }

    /// Goes to a time; returns false and stays where it is when that lies behind it.
    public boolean advanceTo(Instant time) {
        Duration wanted = Duration.between(real.instant(), time);
        Duration now = ahead.updateAndGet(before -> before.compareTo(wanted) < 0 ? wanted : before);
        keeper.accept(now);
        return now.equals(wanted);
    }
}
