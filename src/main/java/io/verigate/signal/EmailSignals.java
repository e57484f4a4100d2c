package io.verigate.signal;

/// What an e-mail address tells.
///
/// @param ownDomain whether it lies in a domain of the operator's own accounts
/// @param disposable whether it lies in a domain of throw-away mailboxes
public record EmailSignals(boolean ownDomain, boolean disposable) {
    /// There is no e-mail address.
    public static final EmailSignals NONE = new EmailSignals(false, false);
}
