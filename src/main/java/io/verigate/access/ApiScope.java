package io.verigate.access;

/// A permission of a caller, spelt `resource:verb`.
public enum ApiScope {
    /// Ask for decisions and report events.
    DECISIONS_WRITE("decisions:write"),
    /// Read the decision log.
    DECISIONS_READ("decisions:read"),
    /// Send and check codes.
    VERIFICATIONS_WRITE("verifications:write"),
    /// Change accounts and security info.
    ACCOUNTS_WRITE("accounts:write"),
    /// Read accounts and security info.
    ACCOUNTS_READ("accounts:read"),
    /// Export all stored data of a person, including addresses, for that person.
    PERSONAL_DATA_READ("personal-data:read"),
    /// Erase the stored data of a person.
    PERSONAL_DATA_ERASE("personal-data:erase"),
    /// Clear the security info of accounts, with the approval of another person.
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
    /// Activate rule sets.
    RULES_ACTIVATE("rules:activate"),
    /// Create and revoke API keys.
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

    /// The same, so that command lines accept and list it.
    @Override
    public String toString() {
        return scope;
    }
}
