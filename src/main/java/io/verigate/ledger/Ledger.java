package io.verigate.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Runs transactions durably. Thread-safe.
public interface Ledger {
    /// Runs one transaction and closes it; the future completes after its writes are on disk. Transactions from many
    /// threads may share one transaction of the database.
    ///
    /// The future fails with the exception of the transaction itself, which leaves nothing behind, or with
    /// `LedgerUnavailable` when it could not be made durable within the deadline. Dependent stages must not block.
    <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction);

    /// Runs one transaction and waits for its result.
    ///
    /// @throws LedgerUnavailable when it could not be made durable within the deadline
    default <T> T run(LedgerTransaction<T> transaction) {
        return await(submit(transaction));
    }

    /// Waits for a future of a ledger.
    ///
    /// @throws RuntimeException with which the future failed
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(
                            "a transaction failed with a checked exception", e.getCause());
        }
    }
}
