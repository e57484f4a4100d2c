package io.verigate.verification;

import io.verigate.decision.WireEnum;

/// What a code is for. A code proves nothing for another purpose (OWASP ASVS 5.0 6.6.2).
public enum Purpose implements WireEnum {
    /// Signing in.
    SIGN_IN,
    /// Creating an account.
    SIGN_UP,
    /// Recovering an account.
    RECOVERY,
    /// Confirming one action.
    TRANSACTION,
    /// Confirming new security info.
    SECURITY_INFO,
    /// A notice of a change of security info. It has no code, so it cannot be checked.
    NOTICE
}
