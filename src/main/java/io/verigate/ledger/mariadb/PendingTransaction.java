package io.verigate.ledger.mariadb;

import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One submitted transaction. It is withdrawn when no writer takes it in time.
final class PendingTransaction<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PendingTransaction.class);

    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final LedgerTransaction<T> transaction;
    private final long submittedAt = System.nanoTime();
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable Runnable outcome;

    PendingTransaction(LedgerTransaction<T> transaction) {
        this.transaction = transaction;
    }

    LedgerTransaction<T> transaction() {
        return transaction;
    }

    /// Completes when the outcome is known and the transaction is closed.
    CompletableFuture<T> future() {
        return future.whenComplete((result, failure) -> transaction.close());
    }

    /// Whether it has waited for longer than this.
    boolean waitedFor(Duration time) {
        return System.nanoTime() - submittedAt > time.toNanos();
    }

    /// Takes it for a writer; false when it was withdrawn.
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /// Fails it because no writer took it in time, and prevents that one still does.
    void withdraw() {
        if (state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
            fail(
                    new LedgerUnavailable(
                            "the database did not take the request in time; nothing was recorded"));
        }
    }

    /// Fails it because its commit takes too long; the outcome is unknown.
    void timeOut() {
        fail(
                new LedgerUnavailable(
                        "the database did not answer in time; the request may have been recorded"));
    }

    /// Keeps the result until the commit.
    void succeeded(T result) {
        outcome =
                () -> {
                    afterCommit(result);
                    future.complete(result);
                };
    }

    /// Keeps the exception of the transaction itself until the others are committed.
    void rejected(RuntimeException exception) {
        outcome = () -> future.completeExceptionally(exception);
    }

    /// Completes the future after the commit.
    void complete() {
        if (outcome != null) {
            outcome.run();
        }
    }

    /// Completes the future exceptionally.
    void fail(Throwable reason) {
        future.completeExceptionally(reason);
    }

    private void afterCommit(T result) {
        try {
            transaction.committed(result);
        } catch (RuntimeException e) {
            LOG.warn("the work after a commit failed", e);
        }
    }
}
