package io.verigate.analysis.replay;

import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One pass through the log with a few threads. Each takes the next page, and decides on it while another reads: as many
/// pages as threads are in memory, however long the log is. Used once.
public final class JournalPass {
    private static final int PAGE = 2_000;

    private final JournalScan reading;
    private final Period period;
    private final ProgressListener watch;
    private @Nullable String last;
    private Instant reached;
    private long decisions;
    private boolean stopped;
    private boolean over;
    private long peak;

    public JournalPass(JournalScan reading, Period period, ProgressListener watch) {
        this.reading = reading;
        this.period = period;
        this.watch = watch;
        this.reached = period.from();
    }

    /// How far it came.
    ///
    /// @param complete whether it was not stopped
    /// @param peakHeapBytes most memory that was in use at once, garbage included
    public record End(boolean complete, Instant reached, long decisions, long peakHeapBytes) {}

    /// Hands every page to one of the workers.
    ///
    /// @param workers one for each thread
    public <W extends Consumer<List<JournalLine>>> End run(int threads, Supplier<W> workers) {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("backtest-", 1).factory())) {
            List<Future<?>> working = new ArrayList<>();
            for (int number = 0; number < threads; number++) {
                W worker = workers.get();
                Callable<Boolean> work = () -> work(worker);
                working.add(pool.submit(work));
            }
            for (Future<?> one : working) {
                await(one);
            }
        }
        return new End(!stopped, stopped ? reached : period.to(), decisions, peak);
    }

    private boolean work(Consumer<List<JournalLine>> worker) {
        try {
            for (List<JournalLine> page = next(); !page.isEmpty(); page = next()) {
                worker.accept(page);
            }
            return true;
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    private synchronized void end() {
        over = true;
    }

    private synchronized List<JournalLine> next() {
        Runtime machine = Runtime.getRuntime();
        peak = Math.max(peak, machine.totalMemory() - machine.freeMemory());
        if (!over && !watch.reached(decisions, reached)) {
            stopped = true;
            over = true;
        }
        if (over) {
            return List.of();
        }
        List<JournalLine> page = reading.next(period.from(), period.to(), last, PAGE);
        if (page.isEmpty()) {
            over = true;
            return page;
        }
        last = page.getLast().id();
        reached = page.getLast().at();
        decisions += page.size();
        return page;
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a thread of the backtest failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the backtest was interrupted", e);
        }
    }
}
