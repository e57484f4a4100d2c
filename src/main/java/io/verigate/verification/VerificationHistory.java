package io.verigate.verification;

import java.util.List;

/// Lists the verifications of an account. Committed state only. Thread-safe.
@FunctionalInterface
public interface VerificationHistory {
    /// Verifications of an account, newest first.
    ///
    /// @param most how many at most
    List<Verification> of(String account, int most);
}
