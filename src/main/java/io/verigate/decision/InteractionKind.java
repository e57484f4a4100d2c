package io.verigate.decision;

/// What is being assessed.
public enum InteractionKind implements WireEnum {
    /// A new account is about to be made.
    SIGN_UP,
    /// Somebody signs in.
    SIGN_IN,
    /// A verification code is about to leave.
    SEND_CODE,
    /// A code that was typed is about to be compared.
    CHECK_CODE,
    /// A method of proof is added to an account; leads to a code.
    ADD_SECURITY_INFO,
    /// A method of proof is taken from an account.
    REMOVE_SECURITY_INFO,
    /// All methods of proof are replaced; leads to a code.
    REPLACE_SECURITY_INFO,
    /// The help desk takes all methods of proof from an account.
    CLEAR_SECURITY_INFO,
    /// The request to verify security info is put off.
    SKIP_PROMPT,
    /// Something that a caller observed is told.
    REPORT;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
