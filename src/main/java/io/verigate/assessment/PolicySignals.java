package io.verigate.assessment;

import io.verigate.policy.Policies;
import io.verigate.signal.Domains;
import io.verigate.signal.EmailDomains;
import io.verigate.signal.NetworkList;
import io.verigate.signal.NetworkTables;
import io.verigate.signal.NumberingPlan;
import io.verigate.signal.SignalDeriver;
import io.verigate.signal.SourceNetworks;

/// Signals by the lists of the policies: own and throw-away domains, prefixes of numbers, hosting and anonymising
/// networks.
public final class PolicySignals {
    private PolicySignals() {}

    /// The deriver for these policies.
    ///
    /// @param tables of countries and autonomous systems
    /// @throws IllegalArgumentException when an entry of a list is not of its form; the message begins with it
    public static SignalDeriver of(Policies policies, NetworkTables tables) {
        return new SignalDeriver(
                new NumberingPlan(policies.list("linePrefixes")),
                new EmailDomains(
                        Domains.of(policies.list("ownDomains")),
                        Domains.of(policies.list("disposableDomains"))),
                new SourceNetworks(
                        tables,
                        NetworkList.of(policies.list("hostingNetworks")),
                        NetworkList.of(policies.list("anonymisingNetworks"))));
    }
}
