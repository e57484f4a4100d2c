package io.verigate.decision;

/// Whether a finding has an effect.
public enum Mode implements WireEnum {
    /// The finding counts.
    ENFORCE,
    /// The finding is recorded beside the decision and changes nothing.
    SHADOW;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
