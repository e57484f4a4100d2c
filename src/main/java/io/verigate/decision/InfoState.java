package io.verigate.decision;

/// The life of one piece of security info.
public enum InfoState implements Word {
    /// Named, not yet proven.
    PENDING,
    /// Proven by a code or by the caller.
    CONFIRMED,
    /// Taken away; kept for history only.
    REMOVED;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
