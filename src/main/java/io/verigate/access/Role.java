package io.verigate.access;

import io.verigate.decision.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A named set of what a caller may do. This is the one table of permissions.
public enum Role implements Word {
    /// A program that asks for decisions and sends codes.
    SERVICE(
            Access.DECISIONS_WRITE,
            Access.DECISIONS_READ,
            Access.VERIFICATIONS_WRITE,
            Access.ACCOUNTS_WRITE,
            Access.ACCOUNTS_READ,
            Access.REGIONS_READ,
            Access.SANDBOX),
    /// A person who writes rules and looks after blocks.
    ANALYST(
            Access.DECISIONS_READ,
            Access.ACCOUNTS_READ,
            Access.BLOCKS_READ,
            Access.BLOCKS_RELEASE,
            Access.REGIONS_READ,
            Access.REGIONS_WRITE,
            Access.RULES_READ,
            Access.RULES_WRITE,
            Access.RULES_ACTIVATE,
            Access.METRICS_READ),
    /// A person who answers questions, and can neither send, see nor alter codes, nor change an account (S28).
    SUPPORT(Access.DECISIONS_READ, Access.ACCOUNTS_READ, Access.BLOCKS_READ, Access.REGIONS_READ),
    /// A person who helps users of managed accounts: clears their security info together with another person, and
    /// changes nothing of an account alone (S29).
    HELP_DESK(
            Access.DECISIONS_READ,
            Access.ACCOUNTS_READ,
            Access.SECURITY_INFO_CLEAR,
            Access.BLOCKS_READ,
            Access.REGIONS_READ),
    /// The operator.
    ADMIN(Access.values()),
    /// A person who checks what was decided, and changes nothing.
    AUDITOR(
            Access.DECISIONS_READ,
            Access.ACCOUNTS_READ,
            Access.BLOCKS_READ,
            Access.REGIONS_READ,
            Access.RULES_READ,
            Access.METRICS_READ);

    private final String word = Word.of(this);
    private final Set<Access> grants;

    Role(Access... grants) {
        EnumSet<Access> all = EnumSet.noneOf(Access.class);
        Collections.addAll(all, grants);
        this.grants = Collections.unmodifiableSet(all);
    }

    @Override
    public String word() {
        return word;
    }

    /// What the role may do.
    public Set<Access> grants() {
        return grants;
    }
}
