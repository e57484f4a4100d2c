package io.verigate.api.common.admission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Bounds the work that is under way by the time it will take: no more is let in than is finished in half a second at the
/// rate of late. What comes on top would only wait and come too late, so it is refused while refusing costs nothing. With
/// the load, the refusals end. Thread-safe.
///
/// The rate is looked at every tenth of a second. Where nobody was refused meanwhile, it tells what was asked for and not
/// what could have been done, so the bound may only rise. Where somebody was, the bound follows the best of the last
/// ten such tenths.
@Singleton
public final class AdmissionLimiter {
    /// What is let in is finished about this long after. A quarter of the time after which the ledger gives a step up, so
    /// that a rate which halves at once makes nobody late.
    private static final long MAX_WAIT = Duration.ofMillis(500).toNanos();

    private static final long TENTH = Duration.ofMillis(100).toNanos();

    /// Let in while nothing is known of the rate: two full transactions for each of two writers.
    static final int FIRST = 512;

    /// Let in at any rate: one full transaction. Less would make the low rate that it follows from, and a batch has to fit.
    static final int LEAST = 128;

    private final LongSupplier nanos;
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAdder finished = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final int[] bounds = new int[10];
    private int tenth;
    private long refusedBefore;
    private volatile long began;
    private volatile int most = FIRST;

    @Inject
    AdmissionLimiter() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that only goes forward
    public AdmissionLimiter(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// Whether so much work may begin; what was let in has to leave.
    ///
    /// @param pieces decisions, or calls that are as much work as one
    public boolean enter(int pieces) {
        look();
        if (underWay.addAndGet(pieces) <= most) {
            return true;
        }
        underWay.addAndGet(-pieces);
        refused.add(pieces);
        return false;
    }

    /// Work that was let in has ended, whichever way.
    public void leave(int pieces) {
        underWay.addAndGet(-pieces);
        finished.add(pieces);
        look();
    }

    /// How much is under way.
    public int underWay() {
        return underWay.get();
    }

    /// How much may be under way at present.
    public int most() {
        return most;
    }

    /// How much was refused since the start.
    public long refused() {
        return refused.sum();
    }

    private void look() {
        if (nanos.getAsLong() - began >= TENTH) {
            adjust();
        }
    }

    private synchronized void adjust() {
        long now = nanos.getAsLong();
        long took = now - began;
        if (took < TENTH) {
            return; // another thread was here
        }
        began = now;
        int bound = (int) (finished.sumThenReset() * (double) MAX_WAIT / took);
        long refusedNow = refused.sum();
        if (refusedNow == refusedBefore) {
            most = Math.max(most, bound);
            return;
        }
        refusedBefore = refusedNow;
        bounds[tenth] = bound;
        tenth = (tenth + 1) % bounds.length;
        most = Math.max(LEAST, Arrays.stream(bounds).max().orElse(LEAST));
    }
}
