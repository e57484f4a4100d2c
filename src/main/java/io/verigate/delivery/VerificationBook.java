package io.verigate.delivery;

import java.util.Optional;

/// Finds verifications. Committed state only. Thread-safe.
public interface VerificationBook {
    /// The verification of this id, however old.
    Optional<Verification> find(String id);
}
