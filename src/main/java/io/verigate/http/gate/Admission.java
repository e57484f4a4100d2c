package io.verigate.http.gate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Bounds the work that is under way by the time it will take: no more is let in than is finished in half a second at the
/// rate of late. What comes on top would only wait and come too late, so it is refused while refusing costs nothing. With
/// the load, the refusals end. Thread-safe.
public final class Admission {
    /// What is let in is finished about this long after. A quarter of the time after which the ledger gives a step up, so
    /// that a rate which halves at once makes nobody late.
    private static final long LONGEST_WAIT = Duration.ofMillis(500).toNanos();

    /// Let in at any rate: two full transactions for each of two writers. Fewer would starve the ledger, whose rate comes
    /// from sharing, and would turn away the first of many who come after a rest.
    static final int LEAST = 512;

    /// The rate is that of the best of the last ten tenths of a second in which there was work.
    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanos;
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAdder finished = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final int[] bounds = new int[10];
    private int tenth;
    private volatile long began;
    private volatile int most = LEAST;

    /// @param nanos a clock that only goes forward
    public Admission(LongSupplier nanos) {
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
        bounds[tenth] = (int) (finished.sumThenReset() * (double) LONGEST_WAIT / took);
        tenth = (tenth + 1) % bounds.length;
        int best = LEAST;
        for (int bound : bounds) {
            best = Math.max(best, bound);
        }
        most = best;
    }
}
