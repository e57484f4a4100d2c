package io.verigate.verification;

import java.util.Optional;

/// Finds verifications. Committed state only. Thread-safe.
public interface VerificationRepository {
    /// The verification of this id, however old.
    Optional<Verification> find(String id);
}
