package io.verigate.assessment;

import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.policy.Policies;
import io.verigate.signal.SignalFacts;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What every assessment needs besides the rules.
///
/// @param signals tells what addresses and networks tell
/// @param fingerprints names subjects
/// @param published the senders of codes
@Singleton
public record AssessmentContext(
        PolicySignals signals, Fingerprints fingerprints, PublishedSenders published) {
    /// What an interaction tells by the lists of policies, when its code would go to an address.
    Derived derive(Policies policies, Interaction interaction, @Nullable Address address) {
        SignalFacts facts = signals.of(policies).derive(interaction, address);
        Subjects caller =
                Subjects.of(
                        interaction.account(),
                        interaction.source().device(),
                        facts.network(),
                        fingerprints);
        Subjects subjects =
                address == null
                        ? caller
                        : caller.towards(address, facts.phone().region(), fingerprints);
        return new Derived(facts, subjects);
    }

    /// What address and source tell, and whom it counts for.
    record Derived(SignalFacts signals, Subjects subjects) {}
}
