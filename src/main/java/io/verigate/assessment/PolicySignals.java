package io.verigate.assessment;

import io.verigate.policy.Policies;
import io.verigate.signal.Domains;
import io.verigate.signal.EmailDomains;
import io.verigate.signal.FamiliarDomains;
import io.verigate.signal.NetworkList;
import io.verigate.signal.NetworkTables;
import io.verigate.signal.NumberingPlan;
import io.verigate.signal.SignalDeriver;
import io.verigate.signal.SourceNetworks;

/// Signals by the lists of the policies that decide: own and throw-away domains, prefixes of numbers, hosting and
/// anonymising networks. Thread-safe.
///
/// @param tables of countries and autonomous systems
public record PolicySignals(NetworkTables tables) {
    /// The deriver for these policies, made once for them.
    ///
    /// @throws IllegalArgumentException when an entry of a list is not of its form; the message begins with it
    public SignalDeriver of(Policies policies) {
        return policies.made(SignalDeriver.class, this::derived);
    }

    /// The domains that people mean when they mistype, by these policies.
    ///
    /// @throws IllegalArgumentException when an entry of a list is not of its form; the message begins with it
    public static FamiliarDomains familiar(Policies policies) {
        return policies.made(
                FamiliarDomains.class,
                own ->
                        FamiliarDomains.of(
                                own.list("familiarDomains"), own.list("domainEndings")));
    }

    private SignalDeriver derived(Policies policies) {
        return new SignalDeriver(
                new NumberingPlan(policies.list("linePrefixes")),
                new EmailDomains(
                        Domains.of(policies.list("ownDomains")),
                        Domains.of(policies.list("disposableDomains")),
                        familiar(policies)),
                new SourceNetworks(
                        tables,
                        NetworkList.of(policies.list("hostingNetworks")),
                        NetworkList.of(policies.list("anonymisingNetworks"))));
    }
}
