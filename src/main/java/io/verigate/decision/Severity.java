package io.verigate.decision;

/// Severity of a violation of the terms of service.
public enum Severity implements WireEnum {
    /// Counts as a strike.
    MINOR,
    /// Blocks at once, temporarily.
    MAJOR,
    /// Blocks permanently.
    SEVERE
}
