package io.verigate.signal;

import io.verigate.decision.EmailAddress;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;

/// The lists of domains that e-mail signals are derived from. Immutable and thread-safe.
///
/// @param own the operator's own account domains
/// @param disposable domains of disposable mailboxes
/// @param familiar well-known domains, to detect typing errors
public record EmailDomains(Domains own, Domains disposable, FamiliarDomains familiar) {
    /// Derives the signals of an address; signals that the caller supplied take precedence.
    public EmailSignals signals(EmailAddress email, Signals supplied) {
        String domain = email.domain();
        return new EmailSignals(
                orSupplied(supplied, Signal.OWN_DOMAIN_EMAIL, own.hold(domain)),
                orSupplied(supplied, Signal.DISPOSABLE_EMAIL, disposable.hold(domain)),
                orSupplied(supplied, Signal.LOOKALIKE_EMAIL, familiar.isLookalike(domain)));
    }

    private static boolean orSupplied(Signals supplied, Signal signal, boolean derived) {
        Boolean flag = supplied.flag(signal);
        return flag == null ? derived : flag;
    }
}
