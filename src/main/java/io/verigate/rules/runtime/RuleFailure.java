package io.verigate.rules.runtime;

/// A rule failed or exceeded its limits. No decision was made; the caller should retry.
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message names the rule
    public RuleFailure(String message) {
        super(message);
    }

    /// @param cause what the rule threw
    public RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
