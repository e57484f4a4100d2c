package io.verigate.api.common.admission;

/// A request is more work than may start now; nothing was done.
public final class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusyException() {
        // Expected and frequent: no stack trace.
        super("the service is overloaded", null, false, false);
    }
}
