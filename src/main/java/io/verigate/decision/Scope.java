package io.verigate.decision;

/// What a block holds back, from the narrowest to the widest.
public enum Scope implements WireEnum {
    /// One address, whichever account asks for it.
    METHOD,
    /// One IP address.
    SOURCE,
    /// One account with all its methods.
    ACCOUNT,
    /// One region of destinations.
    REGION;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
