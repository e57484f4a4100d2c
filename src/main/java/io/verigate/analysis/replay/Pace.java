package io.verigate.analysis.replay;

import java.time.Duration;

/// How fast a pass through the log was.
///
/// @param perSecond decisions
/// @param peakHeapBytes most memory of the process in use at once, garbage included
public record Pace(long milliseconds, long perSecond, int threads, long peakHeapBytes) {
    /// The pace of a pass that took this long.
    ///
    /// @param decisions that were decided again
    public static Pace of(long decisions, JournalPass.End end, Duration took, int threads) {
        long milliseconds = Math.max(took.toMillis(), 1);
        return new Pace(
                milliseconds, decisions * 1_000 / milliseconds, threads, end.peakHeapBytes());
    }
}
