package io.verigate.decision;

/// Whether an account may be used.
public enum Standing implements WireEnum {
    /// Nothing is held against the account.
    GOOD,
    /// The account is flagged as suspicious; no code is sent until it is cleared.
    FLAGGED,
    /// The account is locked.
    LOCKED
}
