package io.verigate.signal;

import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import org.jspecify.annotations.Nullable;

/// Knows what the networks of the world tell of a source. Thread-safe.
///
/// @param tables countries and autonomous systems
/// @param hosting data centres
/// @param anonymising networks that hide who uses them
public record SourceNetworks(NetworkTables tables, NetworkList hosting, NetworkList anonymising) {
    private static final NetworkTables.Origin NOWHERE = new NetworkTables.Origin("", 0);

    /// What the source tells; each of the caller's signals overrides what is derived here.
    ///
    /// The lists are asked for the autonomous system that the caller told, when it told one.
    public NetworkSignals signals(Source source, Signals told) {
        @Nullable IpAddress ip = ip(source);
        NetworkTables.Origin origin = ip == null ? NOWHERE : tables.origin(ip);
        long asn = told.asn() == 0 ? origin.asn() : told.asn();
        return new NetworkSignals(
                ip == null ? "" : ip.host(),
                ip == null ? "" : ip.network(),
                told.country().isEmpty() ? origin.country() : told.country(),
                asn,
                told(told, Signal.HOSTING, hosting, ip, asn),
                told(told, Signal.ANONYMISER, anonymising, ip, asn));
    }

    private static boolean told(
            Signals told, Signal signal, NetworkList list, @Nullable IpAddress ip, long asn) {
        @Nullable Boolean flag = told.flag(signal);
        return flag == null ? list.holds(ip, asn) : flag;
    }

    private static @Nullable IpAddress ip(Source source) {
        return IpParser.parse(source.ip()) instanceof Parsed.Ok<IpAddress>(IpAddress ip)
                ? ip
                : null;
    }
}
