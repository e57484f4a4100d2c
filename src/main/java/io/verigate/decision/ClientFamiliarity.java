package io.verigate.decision;

/// From where something was asked for, as the account knows it.
public enum ClientFamiliarity implements WireEnum {
    /// From a source that the account had succeeded from.
    FAMILIAR,
    /// From another one.
    STRANGE,
    /// The account knew no source, or the source was not told.
    UNKNOWN;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
