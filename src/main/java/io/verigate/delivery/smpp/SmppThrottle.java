package io.verigate.delivery.smpp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets so many messages out at a time, and so many in a second. Thread-safe; a thread that has entered must leave.
final class SmppThrottle {
    private final Semaphore window;
    private final long intervalNanos;
    private final long patienceNanos;
    private long nextNanos;

    /// @param patience how long a message may wait for its turn
    SmppThrottle(SmppPace pace, Duration patience) {
        window = new Semaphore(pace.window(), true);
        intervalNanos = TimeUnit.SECONDS.toNanos(1) / pace.perSecond();
        patienceNanos = patience.toNanos();
        nextNanos = System.nanoTime();
    }

    /// Waits for a turn. Empty when it came; otherwise how long it would still take, and nothing was entered.
    ///
    /// @throws InterruptedException when the thread is to stop; nothing was entered
    Optional<Duration> enter() throws InterruptedException {
        if (!window.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS)) {
            return Optional.of(Duration.ofNanos(intervalNanos));
        }
        long wait = reserve(System.nanoTime());
        if (wait > patienceNanos) {
            window.release();
            return Optional.of(Duration.ofNanos(wait));
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
        } catch (InterruptedException stopped) {
            window.release();
            throw stopped;
        }
        return Optional.empty();
    }

    /// Gives the place in the window back.
    void leave() {
        window.release();
    }

    /// Nothing leaves for a while.
    synchronized void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        if (until - nextNanos > 0) {
            nextNanos = until;
        }
    }

    /// How long until the next free slot, which is taken unless it is too far away.
    private synchronized long reserve(long now) {
        long wait = Math.max(0, nextNanos - now);
        if (wait <= patienceNanos) {
            nextNanos = now + wait + intervalNanos;
        }
        return wait;
    }
}
