package io.verigate.signal;

/// What the source of a request tells. Its `toString` shows no network.
///
/// @param host the IPv4 address, or the /64 of an IPv6 address, as text; empty when no IP address was told
/// @param network the /24 or /48 that it lies in, as text; empty when not known
/// @param country ISO 3166-1 alpha-2; empty when not known
/// @param asn number of the autonomous system; 0 when not known
/// @param hosting whether the source is a data centre
/// @param anonymising whether the source hides who uses it
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
