package io.verigate.rules.runtime;

/// A rule could not be run to its end. No decision was made; whoever asked has to be told to try again.
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
