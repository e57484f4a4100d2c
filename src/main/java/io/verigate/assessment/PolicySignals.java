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

/// Derives signals by the lists of the policies: own and disposable domains, prefixes of numbers, hosting and
/// anonymising networks. Thread-safe.
///
/// @param tables of countries and autonomous systems
@Singleton
public record PolicySignals(NetworkTables tables) {
    /// The deriver for these policies. Their lists are parsed once.
    ///
    /// @throws IllegalArgumentException when an entry of a list is invalid; the message begins with it
    public SignalDeriver of(Policies policies) {
        FamiliarDomains familiar = familiar(policies);
        ParsedLists lists = policies.made(ParsedLists.class, own -> lists(own, familiar));
        return new SignalDeriver(
                lists.plan(),
                lists.domains(),
                new SourceNetworks(tables, lists.hosting(), lists.anonymising()));
    }

    /// The well-known domains that people mistype, by these policies.
    ///
    /// @throws IllegalArgumentException when an entry of a list is invalid; the message begins with it
    public static FamiliarDomains familiar(Policies policies) {
        return policies.made(
                FamiliarDomains.class,
                own -> FamiliarDomains.of(own.list("familiarDomains"), own.list("domainEndings")));
    }

    private record ParsedLists(
            NumberingPlan plan,
            EmailDomains domains,
            NetworkList hosting,
            NetworkList anonymising) {}

    private static ParsedLists lists(Policies policies, FamiliarDomains familiar) {
        return new ParsedLists(
                new NumberingPlan(policies.list("linePrefixes")),
                new EmailDomains(
                        Domains.of(policies.list("ownDomains")),
                        Domains.of(policies.list("disposableDomains")),
                        familiar),
                NetworkList.of(policies.list("hostingNetworks")),
                NetworkList.of(policies.list("anonymisingNetworks")));
    }
}
