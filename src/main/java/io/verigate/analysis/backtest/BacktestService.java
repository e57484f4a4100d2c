package io.verigate.analysis.backtest;

import io.verigate.analysis.replay.ProgressListener;
import io.verigate.analysis.replay.Replay;
import io.verigate.analysis.replay.ReplayReport;
import io.verigate.decision.Ids;
import io.verigate.policy.InvalidRuleSetException;
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
public final class BacktestService implements AutoCloseable {
    private static final long SIGN_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_FAILURE_LENGTH = 500;

    private final AnalysisRuns runs;
    private final Work work;
    private final Pen pen;
    private final Clocks clocks;
    private final int usualThreads;
    private final ExecutorService queue =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("backtests").daemon().factory());

    /// @param work the two kinds of work
    /// @param usualThreads how many work on one when it does not say
    public BacktestService(AnalysisRuns runs, Work work, Pen pen, Clocks clocks, int usualThreads) {
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
    public AnalysisRun take(BacktestRequest order, String author, int threads) {
        Instant now = clocks.time();
        AnalysisRun run =
                new AnalysisRun(
                        Ids.next("bt-", now),
                        order instanceof BacktestRequest.Prove
                                ? AnalysisRun.Kind.REPLAY
                                : AnalysisRun.Kind.BACKTEST,
                        author,
                        order instanceof BacktestRequest.TryCandidate(var candidate, var period)
                                ? candidate.revision()
                                : "",
                        order instanceof BacktestRequest.Prove(var period, var only)
                                ? only.orElse("")
                                : "",
                        order.period(),
                        threads == 0 ? usualThreads : threads,
                        AnalysisRun.State.WAITING,
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
            end(run.id(), AnalysisRun.State.FAILED, "the service is stopping", null);
        }
        return run;
    }

    private void work(AnalysisRun run, BacktestRequest order) {
        try {
            Signs signs = new Signs(run.id());
            switch (order) {
                case BacktestRequest.TryCandidate(var candidate, var period) -> {
                    BacktestReport report =
                            work.backtest().run(candidate, period, run.threads(), signs);
                    end(run.id(), state(report.complete()), "", pen.apply(report));
                }
                case BacktestRequest.Prove(var period, var only) -> {
                    ReplayReport report =
                            work.replay().run(period, only.orElse(null), run.threads(), signs);
                    end(run.id(), state(report.complete()), "", pen.apply(report));
                }
            }
        } catch (InvalidRuleSetException faults) {
            fail(run, faults.all().getFirst().toString());
        } catch (RuntimeException e) {
            fail(run, String.valueOf(e.getMessage()));
        }
    }

    private static AnalysisRun.State state(boolean complete) {
        return complete ? AnalysisRun.State.DONE : AnalysisRun.State.PARTIAL;
    }

    private void fail(AnalysisRun run, String why) {
        end(
                run.id(),
                AnalysisRun.State.FAILED,
                why.substring(0, Math.min(why.length(), MAX_FAILURE_LENGTH)),
                null);
    }

    private void end(String id, AnalysisRun.State state, String failure, @Nullable String result) {
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
    private final class Signs implements ProgressListener {
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
