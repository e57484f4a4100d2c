package io.verigate.ruleset;

/// A rule set was not validated and nothing was changed, because another one is being validated or the service is stopping.
/// Retry shortly.
public final class ValidationBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValidationBusy(String message) {
        super(message);
    }
}
