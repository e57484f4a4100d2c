package io.verigate.assessment;

import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.protection.Fingerprints;
import io.verigate.signal.DerivedSignals;
import io.verigate.signal.SignalReader;
import org.jspecify.annotations.Nullable;

/// What every assessment needs besides the rules.
///
/// @param signals tells what addresses and networks tell
/// @param fingerprints names subjects
/// @param published the senders of codes
public record AssessmentTools(SignalReader signals, Fingerprints fingerprints, Published published) {
    /// The subjects of whoever asks.
    Subjects caller(Interaction interaction) {
        return Subjects.of(
                interaction.account(),
                interaction.source(),
                signals.network(interaction.source()),
                fingerprints);
    }

    /// The same, with where the code goes.
    Subjects towards(Subjects caller, Address address, DerivedSignals derived) {
        return caller.towards(address, derived.phoneRegion(), fingerprints);
    }

    /// What an address and the source tell.
    DerivedSignals signals(@Nullable Address address, Interaction interaction) {
        return signals.read(address, interaction.source(), interaction.signals());
    }
}
