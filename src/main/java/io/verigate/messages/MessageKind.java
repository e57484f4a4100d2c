package io.verigate.messages;

import io.verigate.decision.WireEnum;

/// The purpose of a message.
public enum MessageKind implements WireEnum {
    /// Carries a code.
    CODE,
    /// Notifies that security info was added, changed or removed; carries no code.
    SECURITY_INFO
}
