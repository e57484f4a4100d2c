package io.verigate.decision;

/// What a block applies to, from the narrowest to the widest.
public enum Scope implements WireEnum {
    /// One destination, for all accounts.
    METHOD,
    /// One IP address.
    SOURCE,
    /// One account with all its methods.
    ACCOUNT,
    /// One region of destinations.
    REGION
}
