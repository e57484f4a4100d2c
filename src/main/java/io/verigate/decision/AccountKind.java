package io.verigate.decision;

/// Who manages an account.
public enum AccountKind implements WireEnum {
    /// An account of one person, recovered by a form.
    PERSONAL,
    /// A work or school account, recovered by a help desk.
    MANAGED
}
