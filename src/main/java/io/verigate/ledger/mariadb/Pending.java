package io.verigate.ledger.mariadb;

import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One step that waits for its transaction. Its caller may withdraw it until the writer takes it.
final class Pending<T> {
    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final Step<T> step;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private @Nullable Runnable outcome;

    Pending(Step<T> step) {
        this.step = step;
    }

    Step<T> step() {
        return step;
    }

    /// Whether the writer may run it; false when the caller has gone.
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
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

    /// The transaction failed: nothing of the step is on disk.
    void lost(LedgerUnavailable why) {
        answer.completeExceptionally(why);
    }

    T await(Duration deadline) {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
                throw new LedgerUnavailable(
                        "the database did not take the request in time; nothing was recorded");
            }
            return awaitOutcome(deadline);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("the service is stopping");
        }
    }

    /// It is being committed: knowing how that ends is worth waiting once more.
    private T awaitOutcome(Duration deadline) {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LedgerUnavailable(
                    "the database did not answer in time; the request may have been recorded");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("the service is stopping");
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("a step ended in a checked exception", e.getCause());
    }
}
