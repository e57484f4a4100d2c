package io.verigate.decision;

/// What a block holds back, from the narrowest to the widest.
public enum Scope implements Word {
    /// One address, whichever account asks for it.
    METHOD,
    /// One IP address.
    SOURCE,
    /// One account with all its methods.
    ACCOUNT,
    /// One region of destinations.
    REGION;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
