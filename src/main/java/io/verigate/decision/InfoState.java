package io.verigate.decision;

/// The states of a piece of security info. `InfoChange` defines the transitions.
public enum InfoState implements WireEnum {
    /// Added but not yet verified, or verified and still on hold.
    PENDING,
    /// Verified by a code or by the caller.
    CONFIRMED,
    /// Its removal was requested; it works until that is confirmed.
    REMOVAL_REQUESTED,
    /// Removed; kept for history only.
    REMOVED;

    /// Whether the person can verify themselves with it.
    public boolean works() {
        return this == CONFIRMED || this == REMOVAL_REQUESTED;
    }
}
