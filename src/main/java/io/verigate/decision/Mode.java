package io.verigate.decision;

/// Whether a finding has an effect.
public enum Mode implements Word {
    /// The finding counts.
    ENFORCE,
    /// The finding is recorded beside the decision and changes nothing.
    SHADOW;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
