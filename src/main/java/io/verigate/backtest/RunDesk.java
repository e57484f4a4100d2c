package io.verigate.backtest;

import io.verigate.decision.Ids;
import io.verigate.policy.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Runs backtests and replays beside the service, one after the other, so that decisions never wait for more than the
/// threads of one. Thread-safe.
public final class RunDesk implements AutoCloseable {
    private static final long SIGN_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_FAILURE = 500;

    private final Runs runs;
    private final Work work;
    private final Pen pen;
    private final Clocks clocks;
    private final int usualThreads;
    private final ExecutorService queue =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("backtests").daemon().factory());

    /// @param work the two kinds of work
    /// @param usualThreads how many work on one when it does not say
    public RunDesk(Runs runs, Work work, Pen pen, Clocks clocks, int usualThreads) {
        this.runs = runs;
        this.work = work;
        this.usualThreads = usualThreads;
        this.pen = pen;
        this.clocks = clocks;
    }

    /// The two kinds of work.
    public record Work(Backtest backtest, Replay replay) {}

    /// Writes reports as JSON.
    @FunctionalInterface
    public interface Pen extends Function<Object, String> {}

    /// What tells the time.
    ///
    /// @param now for people
    /// @param nanoTime counts nanoseconds from any beginning
    public record Clocks(InstantSource now, LongSupplier nanoTime) {
        Instant time() {
            return now.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// Takes an order and returns at once.
    ///
    /// @param author name of the key that asks
    /// @param threads how many work on it; 0 for as many as usual
    /// @throws io.verigate.ledger.LedgerUnavailable when it cannot be kept
    public Run take(Order order, String author, int threads) {
        Instant now = clocks.time();
        Run run =
                new Run(
                        Ids.next("bt-", now),
                        order instanceof Order.Prove ? Run.Kind.REPLAY : Run.Kind.BACKTEST,
                        author,
                        order instanceof Order.TryCandidate(var candidate, var period)
                                ? candidate.revision()
                                : "",
                        order instanceof Order.Prove(var period, var only) ? only.orElse("") : "",
                        order.period(),
                        threads == 0 ? usualThreads : threads,
                        Run.State.WAITING,
                        false,
                        0,
                        order.period().from(),
                        now,
                        now,
                        "",
                        null);
        runs.add(run);
        try {
            queue.execute(() -> work(run, order));
        } catch (RejectedExecutionException e) {
            end(run.id(), Run.State.FAILED, "the service is stopping", null);
        }
        return run;
    }

    private void work(Run run, Order order) {
        try {
            Signs signs = new Signs(run.id());
            switch (order) {
                case Order.TryCandidate(var candidate, var period) -> {
                    Report report = work.backtest().run(candidate, period, run.threads(), signs);
                    end(run.id(), state(report.complete()), "", pen.apply(report));
                }
                case Order.Prove(var period, var only) -> {
                    ReplayReport report =
                            work.replay().run(period, only.orElse(null), run.threads(), signs);
                    end(run.id(), state(report.complete()), "", pen.apply(report));
                }
            }
        } catch (Faults faults) {
            fail(run, faults.all().getFirst().toString());
        } catch (RuntimeException e) {
            fail(run, String.valueOf(e.getMessage()));
        }
    }

    private static Run.State state(boolean complete) {
        return complete ? Run.State.DONE : Run.State.PARTIAL;
    }

    private void fail(Run run, String why) {
        end(
                run.id(),
                Run.State.FAILED,
                why.substring(0, Math.min(why.length(), LONGEST_FAILURE)),
                null);
    }

    private void end(String id, Run.State state, String failure, @Nullable String result) {
        runs.end(id, state, failure, result, clocks.time());
    }

    /// What is running ends with what it has, and what waits ends with nothing.
    @Override
    public void close() {
        queue.shutdown();
        try {
            if (!queue.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                queue.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Notes now and then how far it is.
    private final class Signs implements Watch {
        private final String id;
        private long last = clocks.nanoTime().getAsLong() - SIGN_NANOS;

        Signs(String id) {
            this.id = id;
        }

        @Override
        public synchronized boolean reached(long decisions, Instant at) {
            if (queue.isShutdown()) {
                return false;
            }
            long now = clocks.nanoTime().getAsLong();
            if (now - last < SIGN_NANOS) {
                return true;
            }
            last = now;
            return runs.progress(id, decisions, at, clocks.time());
        }
    }
}
