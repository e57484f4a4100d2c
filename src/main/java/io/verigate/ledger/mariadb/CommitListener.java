package io.verigate.ledger.mariadb;

import java.time.Duration;

/// Hears of every transaction of the ledger.
@FunctionalInterface
public interface CommitListener {
    /// @param transactions how many shared it
    /// @param took from the first statement to the end of the commit
    void committed(int transactions, Duration took);
}
