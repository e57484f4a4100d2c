package io.verigate.regression;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on. Thread-safe.
final class VirtualClock implements InstantSource {
    private volatile Instant now;

    VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }
}
