package io.verigate.analysis;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is set. Thread-safe.
final class ManualClock implements InstantSource {
    private volatile Instant now;

    ManualClock(Instant start) {
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
