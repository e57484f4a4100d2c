package io.verigate.decision;

/// Where a request comes from.
///
/// @param ip the IP address in canonical text form; empty when not told
/// @param device the caller's id of the device; empty when not told
public record Source(String ip, String device) {
    /// Nothing is known of the source.
    public static final Source UNKNOWN = new Source("", "");

    @Override
    public String toString() {
        return "source(ip "
                + (ip.isEmpty() ? "unknown" : "known")
                + ", device "
                + (device.isEmpty() ? "unknown" : "known")
                + ")";
    }
}
