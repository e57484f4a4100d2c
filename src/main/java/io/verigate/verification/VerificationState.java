package io.verigate.verification;

import io.verigate.decision.WireEnum;

/// The states of a verification.
public enum VerificationState implements WireEnum {
    /// Waiting to be sent.
    QUEUED,
    /// Accepted by the provider, or in doubt.
    SENT,
    /// Delivered, by the provider's receipt.
    DELIVERED,
    /// Not delivered, and will not be.
    UNDELIVERED,
    /// The right code was entered.
    VERIFIED,
    /// The code expired.
    EXPIRED,
    /// Superseded by a newer code.
    SUPERSEDED,
    /// Too many wrong codes were entered.
    EXHAUSTED,
    /// Reported as unrequested.
    REPORTED;

    /// Whether its code can still be checked.
    public boolean isOpen() {
        return this == QUEUED || this == SENT || this == DELIVERED || this == UNDELIVERED;
    }
}
