package io.verigate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test advances; it never moves by itself. Thread-safe.
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(String start) {
        now = Instant.parse(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    public synchronized void set(Instant time) {
        now = time;
    }
}
