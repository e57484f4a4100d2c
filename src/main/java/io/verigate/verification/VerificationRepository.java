package io.verigate.verification;

import java.util.Optional;

/// Finds verifications. Committed state only. Thread-safe.
public interface VerificationRepository {
    /// The verification with this id, of any age.
    Optional<Verification> find(String id);
}
