package io.verigate.signal;

import io.verigate.decision.Address;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.Interaction;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signals;
import org.jspecify.annotations.Nullable;

/// Derives the signals of an interaction that do not depend on its history. Thread-safe, without side effects.
///
/// A policy that changes a list requires a new instance.
public final class SignalDeriver {
    private final NumberingPlan plan;
    private final EmailDomains domains;
    private final SourceNetworks networks;

    /// @param plan for phone numbers
    /// @param domains for e-mail addresses
    /// @param networks for clients
    public SignalDeriver(NumberingPlan plan, EmailDomains domains, SourceNetworks networks) {
        this.plan = plan;
        this.domains = domains;
        this.networks = networks;
    }

    /// Derives the signals.
    ///
    /// @param address destination of the code, including that of enrolled security info; null without one
    public SignalFacts derive(Interaction interaction, @Nullable Address address) {
        Signals supplied = interaction.signals();
        NetworkSignals network = networks.signals(interaction.source(), supplied);
        boolean deviceKnown = !interaction.source().device().isEmpty();
        return switch (address) {
            case PhoneNumber number -> {
                PhoneSignals phone = plan.signals(number, supplied);
                boolean foreign = plan.isForeign(number, phone.region(), network.country());
                yield new SignalFacts(phone, EmailSignals.NONE, network, deviceKnown, foreign);
            }
            case EmailAddress email ->
                    new SignalFacts(
                            PhoneSignals.NONE,
                            domains.signals(email, supplied),
                            network,
                            deviceKnown,
                            false);
            case null ->
                    new SignalFacts(
                            PhoneSignals.NONE, EmailSignals.NONE, network, deviceKnown, false);
        };
    }
}
