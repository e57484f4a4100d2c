package io.verigate.decision;

/// Whether an account may be used.
public enum Standing implements Word {
    /// Nothing is held against the account.
    GOOD,
    /// Somebody or something marked the account as suspicious; no code leaves until it is cleared.
    FLAGGED,
    /// The account is closed to its user until the lock is resolved.
    LOCKED;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
