package io.verigate.decision;

/// A kind of authenticator. Codes are sent by the first three.
public enum Channel implements WireEnum {
    /// A text message.
    SMS,
    /// A voice call.
    VOICE,
    /// An e-mail; of confirmation and recovery strength only (NIST SP 800-63B-4, OWASP ASVS 5.0 6.3.6).
    EMAIL,
    /// An authenticator app.
    AUTHENTICATOR,
    /// A passkey (FIDO2).
    PASSKEY,
    /// A hardware key (FIDO2).
    SECURITY_KEY;

    /// Whether codes are sent by this channel.
    public boolean receivesCodes() {
        return this == SMS || this == VOICE || this == EMAIL;
    }

    /// Whether an address of this channel is a phone number.
    public boolean isPhone() {
        return this == SMS || this == VOICE;
    }
}
