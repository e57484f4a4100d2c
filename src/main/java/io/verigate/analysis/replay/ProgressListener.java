package io.verigate.analysis.replay;

import java.time.Instant;

/// Looks on while the log is gone through. Called by several threads.
public interface ProgressListener {
    /// Nobody looks.
    ProgressListener NONE =
            new ProgressListener() {
                @Override
                public boolean reached(long decisions, Instant at) {
                    return true;
                }
            };

    /// Some more were read.
    ///
    /// @param decisions how many so far
    /// @param at when the last of them was made
    /// @return whether to go on
    boolean reached(long decisions, Instant at);
}
