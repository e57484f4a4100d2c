package io.verigate.ledger.mariadb;

/// The database already has a row with the same key; nothing was written.
public final class DuplicateKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateKey(Throwable cause) {
        super("another row has this key", cause);
    }
}
