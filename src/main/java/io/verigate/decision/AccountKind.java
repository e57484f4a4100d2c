package io.verigate.decision;

/// Who looks after an account.
public enum AccountKind implements WireEnum {
    /// An account of one person, recovered by a form.
    PERSONAL,
    /// A work or school account, looked after by a help desk.
    MANAGED;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
