package io.verigate.signal;

import io.verigate.decision.Address;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.Interaction;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signals;
import org.jspecify.annotations.Nullable;

/// Derives what an interaction tells by itself, before its history is asked. Thread-safe, without side effects.
///
/// A policy that changes a list makes a new one.
public final class SignalDeriver {
    private final NumberingPlan plan;
    private final EmailDomains domains;
    private final SourceNetworks networks;

    /// @param plan for phone numbers
    /// @param domains for e-mail addresses
    /// @param networks for sources
    public SignalDeriver(NumberingPlan plan, EmailDomains domains, SourceNetworks networks) {
        this.plan = plan;
        this.domains = domains;
        this.networks = networks;
    }

    /// What the interaction tells.
    ///
    /// @param address where its code would go, also when it names enrolled security info; null when there is none
    public SignalFacts derive(Interaction interaction, @Nullable Address address) {
        Signals told = interaction.signals();
        NetworkSignals network = networks.signals(interaction.source(), told);
        boolean deviceKnown = !interaction.source().device().isEmpty();
        return switch (address) {
            case PhoneNumber number -> {
                PhoneSignals phone = plan.signals(number, told);
                boolean foreign = plan.isForeign(number, phone.region(), network.country());
                yield new SignalFacts(phone, EmailSignals.NONE, network, deviceKnown, foreign);
            }
            case EmailAddress email ->
                    new SignalFacts(
                            PhoneSignals.NONE,
                            domains.signals(email, told),
                            network,
                            deviceKnown,
                            false);
            case null ->
                    new SignalFacts(
                            PhoneSignals.NONE, EmailSignals.NONE, network, deviceKnown, false);
        };
    }
}
