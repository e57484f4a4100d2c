package io.verigate.access;

import io.verigate.decision.WireEnum;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A named set of permissions. This is the only permission table.
public enum Role implements WireEnum {
    /// An application that requests decisions and sends codes.
    SERVICE(
            ApiScope.DECISIONS_WRITE,
            ApiScope.DECISIONS_READ,
            ApiScope.VERIFICATIONS_WRITE,
            ApiScope.ACCOUNTS_WRITE,
            ApiScope.ACCOUNTS_READ,
            ApiScope.REGIONS_READ,
            ApiScope.SANDBOX),
    /// A person who maintains rules and blocks.
    ANALYST(
            ApiScope.DECISIONS_READ,
            ApiScope.ACCOUNTS_READ,
            ApiScope.BLOCKS_READ,
            ApiScope.BLOCKS_RELEASE,
            ApiScope.REGIONS_READ,
            ApiScope.REGIONS_WRITE,
            ApiScope.RULES_READ,
            ApiScope.RULES_WRITE,
            ApiScope.RULES_ACTIVATE,
            ApiScope.METRICS_READ),
    /// A person who answers questions, and can neither send nor see codes, nor change an account (S28).
    SUPPORT(
            ApiScope.DECISIONS_READ,
            ApiScope.ACCOUNTS_READ,
            ApiScope.BLOCKS_READ,
            ApiScope.REGIONS_READ),
    /// A person who helps users of managed accounts: clears their security info with the approval of another person, and
    /// changes no account alone (S29).
    HELP_DESK(
            ApiScope.DECISIONS_READ,
            ApiScope.ACCOUNTS_READ,
            ApiScope.SECURITY_INFO_CLEAR,
            ApiScope.BLOCKS_READ,
            ApiScope.REGIONS_READ),
    /// The operator.
    ADMIN(ApiScope.values()),
    /// A person who reviews decisions, with read access only.
    AUDITOR(
            ApiScope.DECISIONS_READ,
            ApiScope.ACCOUNTS_READ,
            ApiScope.BLOCKS_READ,
            ApiScope.REGIONS_READ,
            ApiScope.RULES_READ,
            ApiScope.METRICS_READ);

    private final Set<ApiScope> grants;

    Role(ApiScope... grants) {
        EnumSet<ApiScope> all = EnumSet.noneOf(ApiScope.class);
        Collections.addAll(all, grants);
        this.grants = Collections.unmodifiableSet(all);
    }

    /// The same, so that command lines accept and list it.
    @Override
    public String toString() {
        return wireName();
    }

    /// The scopes of the role.
    public Set<ApiScope> grants() {
        return grants;
    }
}
