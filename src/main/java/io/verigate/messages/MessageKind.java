package io.verigate.messages;

import io.verigate.decision.WireEnum;

/// What a message is about.
public enum MessageKind implements WireEnum {
    /// Carries a code.
    CODE,
    /// Tells that security info was added, changed or removed; carries no code.
    SECURITY_INFO;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
