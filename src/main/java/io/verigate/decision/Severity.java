package io.verigate.decision;

/// How grave a violation of the terms of service is.
public enum Severity implements Word {
    /// Counts as a strike.
    MINOR,
    /// Blocks at once, for a time.
    MAJOR,
    /// Blocks for good.
    SEVERE;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
