package io.verigate.ledger.mariadb;

import java.time.Duration;

/// Is notified of every commit of the ledger.
@FunctionalInterface
public interface CommitListener {
    /// @param transactions number of ledger transactions in the commit
    /// @param took from the first statement to the end of the commit
    void committed(int transactions, Duration took);
}
