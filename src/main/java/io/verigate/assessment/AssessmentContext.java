package io.verigate.assessment;

import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.policy.Policies;
import io.verigate.signal.SignalFacts;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What every decision needs besides the rules.
///
/// @param signals derives the signals of addresses and networks
/// @param fingerprints of subjects
/// @param published the senders of codes
@Singleton
public record AssessmentContext(
        PolicySignals signals, Fingerprints fingerprints, PublishedSenders published) {
    /// Derives the signals and subjects of an interaction.
    ///
    /// @param address of the code; null without one
    DerivedSignals derive(Policies policies, Interaction interaction, @Nullable Address address) {
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
        return new DerivedSignals(facts, subjects);
    }

    /// The signals of address and client, and the subjects to count for.
    record DerivedSignals(SignalFacts signals, Subjects subjects) {}
}
