package io.verigate.ledger.mariadb;

import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One step that waits for its transaction, and is withdrawn when the writer does not take it in time.
final class PendingTransaction<T> {
    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final LedgerTransaction<T> transaction;
    private final long since = System.nanoTime();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable Runnable outcome;

    PendingTransaction(LedgerTransaction<T> transaction) {
        this.transaction = transaction;
    }

    LedgerTransaction<T> transaction() {
        return transaction;
    }

    /// Ends when it is known what came of the step.
    CompletableFuture<T> answer() {
        return answer;
    }

    /// Whether it has waited for longer.
    boolean waitedFor(Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    /// Whether the writer may run it; false when it was withdrawn.
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /// The writer did not take it in time, and will not run it any more.
    void withdraw() {
        if (state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
            lost(
                    new LedgerUnavailable(
                            "the database did not take the request in time; nothing was recorded"));
        }
    }

    /// It is being committed for too long: who waits is told that nobody knows.
    void forsake() {
        lost(
                new LedgerUnavailable(
                        "the database did not answer in time; the request may have been recorded"));
    }

    /// Keeps the result until the transaction is committed.
    void succeeded(T result) {
        outcome = () -> answer.complete(result);
    }

    /// Keeps the exception of the step itself.
    void failed(RuntimeException exception) {
        outcome = () -> answer.completeExceptionally(exception);
    }

    /// The transaction is committed: whoever waits may know.
    void tell() {
        if (outcome != null) {
            outcome.run();
        }
    }

    /// What the step wrote cannot be kept: nothing of it is on disk, and trying again is of no use.
    void impossible(Throwable why) {
        answer.completeExceptionally(why);
    }

    /// The transaction failed, and may be tried again.
    void lost(LedgerUnavailable why) {
        answer.completeExceptionally(why);
    }
}
