package io.verigate.api.common.admission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Limits the work in progress to what is finished within half a second at the recent rate. More would only queue and
/// time out, so it is rejected while rejecting is cheap. Thread-safe.
///
/// The rate is sampled every 100 ms. In an interval without rejections it measures demand rather than capacity, so the
/// limit may only rise. Otherwise the limit follows the best of the last ten such intervals.
@Singleton
public final class AdmissionLimiter {
    /// Admitted work finishes within about this time: a quarter of the ledger's timeout, so that halving the rate makes
    /// no request late.
    private static final long MAX_WAIT = Duration.ofMillis(500).toNanos();

    private static final long INTERVAL = Duration.ofMillis(100).toNanos();

    /// Limit while the rate is unknown: two full transactions for each of two writers.
    static final int INITIAL_LIMIT = 512;

    /// Lower bound of the limit: one full transaction. Less would itself cause the low rate, and a batch must fit.
    static final int MIN_LIMIT = 128;

    private final LongSupplier nanos;
    private final AtomicInteger inProgress = new AtomicInteger();
    private final LongAdder finished = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final int[] limits = new int[10];
    private int interval;
    private long rejectedBefore;
    private volatile long intervalStart;
    private volatile int limit = INITIAL_LIMIT;

    @Inject
    AdmissionLimiter() {
        this(System::nanoTime);
    }

    /// @param nanos monotonic clock
    public AdmissionLimiter(LongSupplier nanos) {
        this.nanos = nanos;
        this.intervalStart = nanos.getAsLong();
    }

    /// Returns whether this much work may start; admitted work must call `leave`.
    ///
    /// @param pieces decisions, or requests of about the same cost
    public boolean enter(int pieces) {
        sample();
        if (inProgress.addAndGet(pieces) <= limit) {
            return true;
        }
        inProgress.addAndGet(-pieces);
        rejected.add(pieces);
        return false;
    }

    /// Marks admitted work as finished, successfully or not.
    public void leave(int pieces) {
        inProgress.addAndGet(-pieces);
        finished.add(pieces);
        sample();
    }

    /// Returns the amount of work in progress.
    public int inProgress() {
        return inProgress.get();
    }

    /// Returns the current limit.
    public int limit() {
        return limit;
    }

    /// Returns the amount of work rejected since the start.
    public long rejected() {
        return rejected.sum();
    }

    private void sample() {
        if (nanos.getAsLong() - intervalStart >= INTERVAL) {
            adjust();
        }
    }

    private synchronized void adjust() {
        long now = nanos.getAsLong();
        long elapsed = now - intervalStart;
        if (elapsed < INTERVAL) {
            return; // another thread has adjusted it
        }
        intervalStart = now;
        int measured = (int) (finished.sumThenReset() * (double) MAX_WAIT / elapsed);
        long rejectedNow = rejected.sum();
        if (rejectedNow == rejectedBefore) {
            limit = Math.max(limit, measured);
            return;
        }
        rejectedBefore = rejectedNow;
        limits[interval] = measured;
        interval = (interval + 1) % limits.length;
        limit = Math.max(MIN_LIMIT, Arrays.stream(limits).max().orElse(MIN_LIMIT));
    }
}
