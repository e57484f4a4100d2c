package io.verigate.signal;

import io.verigate.decision.EmailAddress;

/// The domains that tell something of an e-mail address. Immutable and thread-safe.
///
/// @param own the operator's own account domains
/// @param disposable domains of throw-away mailboxes
public record EmailDomains(Domains own, Domains disposable) {
    /// What the address tells.
    public EmailSignals signals(EmailAddress email) {
        String domain = email.domain();
        return new EmailSignals(own.hold(domain), disposable.hold(domain));
    }
}
