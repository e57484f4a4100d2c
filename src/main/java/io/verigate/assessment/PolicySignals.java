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
import jakarta.inject.Singleton;

/// Signals by the lists of the policies that decide: own and throw-away domains, prefixes of numbers, hosting and
/// anonymising networks. Thread-safe.
///
/// @param tables of countries and autonomous systems
@Singleton
public record PolicySignals(NetworkTables tables) {
    /// The deriver for these policies. What their lists tell is made once for them, whatever the tables are.
    ///
    /// @throws IllegalArgumentException when an entry of a list is not of its form; the message begins with it
    public SignalDeriver of(Policies policies) {
        FamiliarDomains familiar = familiar(policies);
        Listed listed = policies.made(Listed.class, own -> listed(own, familiar));
        return new SignalDeriver(
                listed.plan(),
                listed.domains(),
                new SourceNetworks(tables, listed.hosting(), listed.anonymising()));
    }

    /// The domains that people mean when they mistype, by these policies.
    ///
    /// @throws IllegalArgumentException when an entry of a list is not of its form; the message begins with it
    public static FamiliarDomains familiar(Policies policies) {
        return policies.made(
                FamiliarDomains.class,
                own -> FamiliarDomains.of(own.list("familiarDomains"), own.list("domainEndings")));
    }

    private record Listed(
            NumberingPlan plan,
            EmailDomains domains,
            NetworkList hosting,
            NetworkList anonymising) {}

    private static Listed listed(Policies policies, FamiliarDomains familiar) {
        return new Listed(
                new NumberingPlan(policies.list("linePrefixes")),
                new EmailDomains(
                        Domains.of(policies.list("ownDomains")),
                        Domains.of(policies.list("disposableDomains")),
                        familiar),
                NetworkList.of(policies.list("hostingNetworks")),
                NetworkList.of(policies.list("anonymisingNetworks")));
    }
}
