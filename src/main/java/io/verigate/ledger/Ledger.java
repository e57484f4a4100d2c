package io.verigate.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Runs steps durably. Thread-safe.
public interface Ledger {
    /// Runs one step; the future ends after its writes are on disk. Steps from many threads may share a transaction.
    ///
    /// It ends with the exception of the step itself, which leaves nothing behind, or with `LedgerUnavailable` when the
    /// step could not be made durable within the deadline. What hangs on the future must not block.
    <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction);

    /// The same for a thread that can wait.
    ///
    /// @throws LedgerUnavailable when the step could not be made durable within the deadline
    default <T> T run(LedgerTransaction<T> transaction) {
        return await(submit(transaction));
    }

    /// What a future of a ledger ends in.
    ///
    /// @throws RuntimeException what it ends with, as it is
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(
                            "a step ended in a checked exception", e.getCause());
        }
    }
}
