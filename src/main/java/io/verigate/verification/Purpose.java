package io.verigate.verification;

import io.verigate.decision.WireEnum;

/// What a code is for. A code proves nothing for another purpose (OWASP ASVS 5.0 6.6.2).
public enum Purpose implements WireEnum {
    /// Signing in.
    SIGN_IN,
    /// Making an account.
    SIGN_UP,
    /// Getting back into an account.
    RECOVERY,
    /// Confirming one action.
    TRANSACTION,
    /// Proving newly named security info.
    SECURITY_INFO,
    /// Telling that security info was changed. Carries no code, so there is nothing to check.
    NOTICE;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
