package io.verigate.decision;

/// A way of proving who one is. The first three receive codes.
public enum Channel implements WireEnum {
    /// A text message.
    SMS,
    /// A spoken call.
    VOICE,
    /// An e-mail; of confirmation and recovery strength only (NIST SP 800-63B-4, OWASP ASVS 5.0 6.3.6).
    EMAIL,
    /// An app that makes codes by itself.
    AUTHENTICATOR,
    /// A passkey (FIDO2).
    PASSKEY,
    /// A hardware key (FIDO2).
    SECURITY_KEY;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }

    /// Whether codes are sent by this channel.
    public boolean receivesCodes() {
        return this == SMS || this == VOICE || this == EMAIL;
    }

    /// Whether an address of this channel is a phone number.
    public boolean isPhone() {
        return this == SMS || this == VOICE;
    }
}
