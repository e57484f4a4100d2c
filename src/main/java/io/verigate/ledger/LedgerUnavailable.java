package io.verigate.ledger;

/// The transaction was not made durable in time, because the database is unavailable or too slow.
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message the cause and the remedy, without any address
    public LedgerUnavailable(String message) {
        super(message);
    }

    /// @param cause from the database, for the log only
    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
