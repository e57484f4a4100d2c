package io.verigate.access;

/// One kind of thing a caller may do; the spelling on the wire is `resource:verb`.
public enum ApiScope {
    /// Ask for decisions and report events.
    DECISIONS_WRITE("decisions:write"),
    /// Read the log of decisions.
    DECISIONS_READ("decisions:read"),
    /// Send and check codes.
    VERIFICATIONS_WRITE("verifications:write"),
    /// Change accounts and security info.
    ACCOUNTS_WRITE("accounts:write"),
    /// Read accounts and security info.
    ACCOUNTS_READ("accounts:read"),
    /// Read everything that is held of a person, addresses included; for the person themselves.
    PERSONAL_DATA_READ("personal-data:read"),
    /// Erase it.
    PERSONAL_DATA_ERASE("personal-data:erase"),
    /// Clear the security info of accounts, together with another person.
    SECURITY_INFO_CLEAR("security-info:clear"),
    /// Read blocks.
    BLOCKS_READ("blocks:read"),
    /// End blocks early.
    BLOCKS_RELEASE("blocks:release"),
    /// Read regional availability.
    REGIONS_READ("regions:read"),
    /// Change regional availability.
    REGIONS_WRITE("regions:write"),
    /// Read rule sets and their reports.
    RULES_READ("rules:read"),
    /// Publish rule sets.
    RULES_WRITE("rules:write"),
    /// Make a rule set the active one.
    RULES_ACTIVATE("rules:activate"),
    /// Make and revoke API keys.
    KEYS_WRITE("keys:write"),
    /// Read metrics.
    METRICS_READ("metrics:read"),
    /// Use the sandbox.
    SANDBOX("sandbox");

    private final String scope;

    ApiScope(String scope) {
        this.scope = scope;
    }

    /// The spelling on the wire.
    public String scope() {
        return scope;
    }
}
