package io.verigate.wiring;

import io.micronaut.context.annotation.Factory;
import io.verigate.access.ApiKeys;
import io.verigate.access.KeyCheck;
import io.verigate.assessment.Published;
import io.verigate.http.body.EventReader;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Admission;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.http.wire.Phrasing;
import io.verigate.http.wire.VerificationWriter;
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
    Admission admission() {
        return new Admission(System::nanoTime);
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
    DecisionWriter decisionWriter(Phrasing phrasing, Settings.Recovery recovery) {
        return new DecisionWriter(phrasing, recovery.address());
    }

    @Singleton
    VerificationWriter verificationWriter(DecisionWriter decisions, Published published) {
        return new VerificationWriter(decisions, published);
    }
}
