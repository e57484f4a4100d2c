package io.verigate.text;

import io.verigate.decision.Word;

/// What a message is about.
public enum MessageKind implements Word {
    /// Carries a code.
    CODE,
    /// Tells that security info was added, changed or removed; carries no code.
    SECURITY_INFO;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
