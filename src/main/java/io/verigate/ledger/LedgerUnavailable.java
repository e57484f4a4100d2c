package io.verigate.ledger;

/// The transaction was not made durable in time: the database is away or too slow. Try again shortly.
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what happened and what to do, without any address
    public LedgerUnavailable(String message) {
        super(message);
    }

    /// @param cause what the database said, for the log only
    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
