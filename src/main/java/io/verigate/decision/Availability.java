package io.verigate.decision;

/// Whether a channel serves a region.
public enum Availability implements WireEnum {
    /// Served.
    AVAILABLE,
    /// Served with known trouble; a fallback is offered.
    LIMITED,
    /// Not served.
    UNAVAILABLE,
    /// Served once the operator has opted in, because of telephony fraud.
    OPT_IN
}
