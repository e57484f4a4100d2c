package io.verigate.api.common.admission;

/// A call turns out to be more work than may begin now; nothing of it was done.
public final class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusyException() {
        // Expected, and thrown often: no stack trace.
        super("more is asked for than can be decided in time", null, false, false);
    }
}
