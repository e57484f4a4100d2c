package io.verigate.api.common;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Gives an answer at the end of a slice of time, so that how long the work took tells nothing of what it found. Blocks
/// the thread meanwhile, which is a virtual one. Thread-safe.
public final class FixedTimeResponse {
    /// Longer than the work nearly always takes: the fewer answers need a second slice, the less is told.
    private static final long SLICE = Duration.ofMillis(10).toNanos();

    private FixedTimeResponse() {}

    /// What the work gives, no earlier than a whole number of slices after its beginning.
    public static <T> T answer(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            long slices = (System.nanoTime() - start) / SLICE + 1;
            long end = start + slices * SLICE;
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
