package io.verigate.decision;

/// The answer of a decision, from the weakest to the strongest; the strongest of all findings wins.
public enum Verdict implements Word {
    /// Go ahead.
    ALLOW,
    /// Accepted, but delivered not before a time.
    DELAY,
    /// Refused now; the same request may be repeated at a time.
    WAIT,
    /// This method cannot serve; others may.
    REFUSE,
    /// Refused for a scope, for a time or for good.
    BLOCK;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }

    /// Whether the interaction may go on, at once or later.
    public boolean accepts() {
        return this == ALLOW || this == DELAY;
    }
}
