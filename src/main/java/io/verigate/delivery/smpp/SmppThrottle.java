package io.verigate.delivery.smpp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Limits the messages without a response and the messages per second. Thread-safe; a thread that has entered must
/// leave.
final class SmppThrottle {
    private final Semaphore window;
    private final long intervalNanos;
    private final long maxWaitNanos;
    private long nextNanos;

    /// @param maxWait of a message for its turn
    SmppThrottle(SmppPace pace, Duration maxWait) {
        window = new Semaphore(pace.window(), true);
        intervalNanos = TimeUnit.SECONDS.toNanos(1) / pace.perSecond();
        maxWaitNanos = maxWait.toNanos();
        nextNanos = System.nanoTime();
    }

    /// Waits for a turn. Empty when it was entered; otherwise the remaining wait, and nothing was entered.
    ///
    /// @throws InterruptedException when interrupted; nothing was entered
    Optional<Duration> enter() throws InterruptedException {
        if (!window.tryAcquire(maxWaitNanos, TimeUnit.NANOSECONDS)) {
            return Optional.of(Duration.ofNanos(intervalNanos));
        }
        long wait = reserve(System.nanoTime());
        if (wait > maxWaitNanos) {
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

    /// Frees the slot in the window.
    void leave() {
        window.release();
    }

    /// Delays all messages.
    synchronized void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        if (until - nextNanos > 0) {
            nextNanos = until;
        }
    }

    /// The wait for the next free slot, which is reserved unless it is too far away.
    private synchronized long reserve(long now) {
        long wait = Math.max(0, nextNanos - now);
        if (wait <= maxWaitNanos) {
            nextNanos = now + wait + intervalNanos;
        }
        return wait;
    }
}
