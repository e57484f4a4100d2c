package io.verigate.signal;

/// The signals of an e-mail address.
///
/// @param ownDomain whether its domain belongs to the operator's own accounts
/// @param disposable whether its domain offers disposable mailboxes
/// @param lookalike whether its domain is one typing error away from a well-known one
public record EmailSignals(boolean ownDomain, boolean disposable, boolean lookalike) {
    /// Without an e-mail address.
    public static final EmailSignals NONE = new EmailSignals(false, false, false);
}
