package io.verigate.http.gate;

/// A call turns out to be more work than may begin now; nothing of it was done.
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusy() {
        // Expected, and thrown often: no stack trace.
        super("more is asked for than can be decided in time", null, false, false);
    }
}
