package io.verigate.decision;

/// Whether an account knew the client of a request.
public enum ClientFamiliarity implements WireEnum {
    /// The account had succeeded from this client.
    FAMILIAR,
    /// The account had succeeded from other clients only.
    STRANGE,
    /// The account had no usage pattern, or the client is unknown.
    UNKNOWN
}
