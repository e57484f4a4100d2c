package io.verigate.signal;

/// The signals of a client's network. Its `toString` shows no network.
///
/// @param host the IPv4 address, or the /64 of an IPv6 address, as text; empty without an IP address
/// @param network the /24 or /48 that contains it, as text; empty when unknown
/// @param country ISO 3166-1 alpha-2; empty when unknown
/// @param asn number of the autonomous system; 0 when unknown
/// @param hosting whether it belongs to a data centre
/// @param anonymising whether it is an anonymiser such as a VPN or proxy
public record NetworkSignals(
        String host,
        String network,
        String country,
        long asn,
        boolean hosting,
        boolean anonymising) {
    @Override
    public String toString() {
        return "network(ip "
                + (host.isEmpty() ? "unknown" : "known")
                + ", country `"
                + country
                + "`"
                + (hosting ? ", hosting" : "")
                + (anonymising ? ", anonymising" : "")
                + ")";
    }
}
