package io.verigate.assessment;

/// The account does not have the security info that the interaction names.
public final class UnknownSecurityInfo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param id as the caller gave it
    public UnknownSecurityInfo(String id) {
        super(
                "the account has no security info `"
                        + id
                        + "`: list it with GET /v1/accounts/{id}/security-info");
    }
}
