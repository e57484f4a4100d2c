package io.verigate.decision;

/// Who looks after an account.
public enum AccountKind implements Word {
    /// An account of one person, recovered by a form.
    PERSONAL,
    /// A work or school account, looked after by a help desk.
    MANAGED;

    private final String word = Word.of(this);

    @Override
    public String word() {
        return word;
    }
}
