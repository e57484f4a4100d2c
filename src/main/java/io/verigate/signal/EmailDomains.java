package io.verigate.signal;

import io.verigate.decision.EmailAddress;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;

/// The domains that tell something of an e-mail address. Immutable and thread-safe.
///
/// @param own the operator's own account domains
/// @param disposable domains of throw-away mailboxes
/// @param familiar domains that people mean when they mistype
public record EmailDomains(Domains own, Domains disposable, FamiliarDomains familiar) {
    /// What the address tells; each of the caller's signals overrides what is derived here.
    public EmailSignals signals(EmailAddress email, Signals told) {
        String domain = email.domain();
        return new EmailSignals(
                told(told, Signal.OWN_DOMAIN_EMAIL, own.hold(domain)),
                told(told, Signal.DISPOSABLE_EMAIL, disposable.hold(domain)),
                told(told, Signal.LOOKALIKE_EMAIL, familiar.isNearly(domain)));
    }

    private static boolean told(Signals told, Signal signal, boolean derived) {
        Boolean flag = told.flag(signal);
        return flag == null ? derived : flag;
    }
}
