package io.verigate.api.common;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Delays a response to the end of a fixed time slice, so that its timing does not reveal what the work found. Blocks
/// the calling thread, which is a virtual one. Thread-safe.
public final class FixedTimeResponse {
    /// Longer than the work nearly always takes: the fewer responses need a second slice, the less timing reveals.
    private static final long SLICE = Duration.ofMillis(10).toNanos();

    private FixedTimeResponse() {}

    /// Returns the result of the work after a whole number of slices since its start.
    public static <T> T run(Supplier<T> work) {
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
