package io.verigate.app;

import io.micronaut.context.annotation.Factory;
import io.verigate.access.ApiKeys;
import io.verigate.access.KeyCheck;
import io.verigate.api.common.PhraseSource;
import io.verigate.api.common.admission.AdmissionLimiter;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.EventReader;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.api.verifications.VerificationResponseMapper;
import io.verigate.assessment.PublishedSenders;
import io.verigate.signal.Addresses;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What the public interface is made of.
@Factory
final class HttpFactory {
    @Singleton
    KeyCheck keyCheck(ApiKeys keys, InstantSource clock) {
        return new KeyCheck(keys, clock);
    }

    @Singleton
    AdmissionLimiter admission() {
        return new AdmissionLimiter(System::nanoTime);
    }

    @Singleton
    InteractionReader interactionReader(Addresses addresses) {
        return new InteractionReader(addresses);
    }

    @Singleton
    EventReader eventReader(InteractionReader parts, InstantSource clock) {
        return new EventReader(parts, clock);
    }

    @Singleton
    DecisionMapper decisionWriter(PhraseSource phrasing, ServiceConfiguration.Recovery recovery) {
        return new DecisionMapper(phrasing, recovery.address());
    }

    @Singleton
    VerificationResponseMapper verificationWriter(
            DecisionMapper decisions, PublishedSenders published) {
        return new VerificationResponseMapper(decisions, published);
    }
}
