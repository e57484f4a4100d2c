package io.verigate.delivery;

import io.verigate.decision.Word;

/// What a code is for. A code proves nothing for another purpose (OWASP ASVS 5.0 6.6.2).
public enum Purpose implements Word {
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

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
