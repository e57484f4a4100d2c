package io.verigate.decision;

/// The kind of request that is decided.
public enum InteractionKind implements WireEnum {
    /// An account is about to be created.
    SIGN_UP,
    /// Somebody is signing in.
    SIGN_IN,
    /// A verification code is about to be sent.
    SEND_CODE,
    /// A code is about to be checked.
    CHECK_CODE,
    /// Security info is added to an account; may send a code.
    ADD_SECURITY_INFO,
    /// Security info is removed from an account.
    REMOVE_SECURITY_INFO,
    /// All security info is replaced; may send a code.
    REPLACE_SECURITY_INFO,
    /// The help desk clears the security info of an account.
    CLEAR_SECURITY_INFO,
    /// The prompt to verify security info is skipped.
    SKIP_PROMPT,
    /// A caller reports an event.
    REPORT
}
