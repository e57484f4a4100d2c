package io.verigate.verification;

import io.verigate.decision.WireEnum;

/// How far a verification has come.
public enum VerificationState implements WireEnum {
    /// Waits to be sent.
    QUEUED,
    /// Handed to the provider, or perhaps handed to it.
    SENT,
    /// The provider says that it arrived.
    DELIVERED,
    /// It did not and will not arrive.
    UNDELIVERED,
    /// The right code was typed in.
    VERIFIED,
    /// Ten minutes went by.
    EXPIRED,
    /// A newer code took its place.
    SUPERSEDED,
    /// Too many wrong codes were typed in.
    EXHAUSTED,
    /// The person says that they did not ask for it.
    REPORTED;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }

    /// Whether a code of it can still be typed in.
    public boolean isOpen() {
        return this == QUEUED || this == SENT || this == DELIVERED || this == UNDELIVERED;
    }
}
