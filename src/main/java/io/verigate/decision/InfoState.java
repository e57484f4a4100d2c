package io.verigate.decision;

/// The life of one piece of security info. What leads from one to the other stands in one table, `InfoChange`.
public enum InfoState implements WireEnum {
    /// Named, and not yet proven, or proven and still held.
    PENDING,
    /// Proven by a code or by the caller.
    CONFIRMED,
    /// Somebody asked to take it away, which is still to be confirmed; it works until then.
    REMOVAL_REQUESTED,
    /// Taken away; kept for history only.
    REMOVED;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }

    /// Whether the person can prove themselves with it.
    public boolean works() {
        return this == CONFIRMED || this == REMOVAL_REQUESTED;
    }
}
