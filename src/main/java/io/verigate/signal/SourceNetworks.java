package io.verigate.signal;

import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import org.jspecify.annotations.Nullable;

/// Derives the network signals of a client. Thread-safe.
///
/// @param tables countries and autonomous systems
/// @param hosting data centres
/// @param anonymising networks of anonymisers, such as VPNs and proxies
public record SourceNetworks(NetworkTables tables, NetworkList hosting, NetworkList anonymising) {
    private static final NetworkTables.Origin UNKNOWN = new NetworkTables.Origin("", 0);

    /// Derives the signals; signals that the caller supplied take precedence.
    ///
    /// The lists are searched for the autonomous system that the caller supplied, if any.
    public NetworkSignals signals(Source source, Signals supplied) {
        @Nullable IpAddress ip = ip(source);
        NetworkTables.Origin origin = ip == null ? UNKNOWN : tables.origin(ip);
        long asn = supplied.asn() == 0 ? origin.asn() : supplied.asn();
        return new NetworkSignals(
                ip == null ? "" : ip.host(),
                ip == null ? "" : ip.network(),
                supplied.country().isEmpty() ? origin.country() : supplied.country(),
                asn,
                orSupplied(supplied, Signal.HOSTING, hosting, ip, asn),
                orSupplied(supplied, Signal.ANONYMISER, anonymising, ip, asn));
    }

    private static boolean orSupplied(
            Signals supplied, Signal signal, NetworkList list, @Nullable IpAddress ip, long asn) {
        @Nullable Boolean flag = supplied.flag(signal);
        return flag == null ? list.holds(ip, asn) : flag;
    }

    private static @Nullable IpAddress ip(Source source) {
        return IpParser.parse(source.ip()) instanceof ParseResult.Valid<IpAddress>(IpAddress ip)
                ? ip
                : null;
    }
}
