package io.verigate.ruleset;

/// A rule set was not examined now, and nothing was changed: another one is, or the service ends. Nothing is wrong with
/// it; try again shortly.
public final class ValidationBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValidationBusy(String message) {
        super(message);
    }
}
