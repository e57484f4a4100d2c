package io.verigate.signal;

/// What an e-mail address tells.
///
/// @param ownDomain whether it lies in a domain of the operator's own accounts
/// @param disposable whether it lies in a domain of throw-away mailboxes
/// @param lookalike whether its domain is nearly a well-known one, as if mistyped
public record EmailSignals(boolean ownDomain, boolean disposable, boolean lookalike) {
    /// There is no e-mail address.
    public static final EmailSignals NONE = new EmailSignals(false, false, false);
}
