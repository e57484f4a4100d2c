package io.verigate.signal;

import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;

/// What was derived from one interaction: made in the thread of its request, so that the one writer only assigns.
///
/// @param phone `PhoneSignals.NONE` without a phone number
/// @param email `EmailSignals.NONE` without an e-mail address
/// @param network what the source tells
/// @param deviceKnown whether the device of the source was told
/// @param foreignNumber whether number and source surely belong to different countries
public record SignalFacts(
        PhoneSignals phone,
        EmailSignals email,
        NetworkSignals network,
        boolean deviceKnown,
        boolean foreignNumber) {
    /// Sets the facts of the address and of the source; those of the account, channel and history are set by others.
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
