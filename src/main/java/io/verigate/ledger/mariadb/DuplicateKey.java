package io.verigate.ledger.mariadb;

/// The database has another row with the key of the one that was to be inserted; nothing was written.
public final class DuplicateKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateKey(Throwable cause) {
        super("another row has this key", cause);
    }
}
