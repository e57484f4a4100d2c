package io.verigate.analysis.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Finds codes that were typed in correctly. Committed state only. Thread-safe.
public interface VerifiedCodes {
    /// One such code.
    ///
    /// @param decision that let the code leave
    /// @param sentAt when it was asked for
    record Code(String account, String decision, Instant sentAt) {}

    /// The codes of these accounts that were asked for in this time, and verified.
    ///
    /// @param accounts at most a thousand or so
    List<Code> codes(Collection<String> accounts, Instant from, Instant to);
}
