package io.verigate.decision;

/// Whether an account may be used.
public enum Standing implements WireEnum {
    /// Nothing is held against the account.
    GOOD,
    /// Somebody or something marked the account as suspicious; no code leaves until it is cleared.
    FLAGGED,
    /// The account is closed to its user until the lock is resolved.
    LOCKED;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
