package io.verigate.signal;

import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;

/// The derived signals of one interaction; computed in the thread of the request, to keep the single writer fast.
///
/// @param phone `PhoneSignals.NONE` without a phone number
/// @param email `EmailSignals.NONE` without an e-mail address
/// @param network signals of the client's network
/// @param deviceKnown whether the client's device is known
/// @param foreignNumber whether number and client certainly belong to different countries
public record SignalFacts(
        PhoneSignals phone,
        EmailSignals email,
        NetworkSignals network,
        boolean deviceKnown,
        boolean foreignNumber) {
    /// Sets the facts of the address and of the client; others set those of the account, channel and history.
    public void applyTo(FactsBuilder facts) {
        facts.set(KnownFact.PHONE_REGION, phone.region())
                .set(KnownFact.LINE_TYPE, phone.lineType().wireName())
                .set(KnownFact.LINE_TYPE_TOLD, phone.lineTypeTold())
                .set(KnownFact.CARRIER, phone.carrier())
                .set(KnownFact.PHONE_VALID, phone.valid())
                .set(KnownFact.OWN_DOMAIN_EMAIL, email.ownDomain())
                .set(KnownFact.DISPOSABLE_EMAIL, email.disposable())
                .set(KnownFact.LOOKALIKE_EMAIL, email.lookalike())
                .set(KnownFact.IP_KNOWN, !network.host().isEmpty())
                .set(KnownFact.DEVICE_KNOWN, deviceKnown)
                .set(KnownFact.SOURCE_COUNTRY, network.country())
                .set(KnownFact.FOREIGN_NUMBER, foreignNumber)
                .set(KnownFact.ASN, network.asn())
                .set(KnownFact.HOSTING_NETWORK, network.hosting())
                .set(KnownFact.ANONYMISING_NETWORK, network.anonymising());
    }
}
