package io.verigate.decision;

/// Whether a finding has an effect.
public enum Mode implements WireEnum {
    /// The finding takes effect.
    ENFORCE,
    /// The finding is recorded with the decision and has no effect on it.
    SHADOW
}
