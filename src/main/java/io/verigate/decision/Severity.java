package io.verigate.decision;

/// How grave a violation of the terms of service is.
public enum Severity implements WireEnum {
    /// Counts as a strike.
    MINOR,
    /// Blocks at once, for a time.
    MAJOR,
    /// Blocks for good.
    SEVERE;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
