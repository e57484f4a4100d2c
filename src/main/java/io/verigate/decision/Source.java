package io.verigate.decision;

/// The client of a request.
///
/// @param ip the IP address in canonical text form; empty when unknown
/// @param device the caller's id of the device; empty when unknown
public record Source(String ip, String device) {
    /// Nothing is known of the client.
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
