package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Literal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;

/// Runs one validation of a rule set at a time on a node, with a time limit and until the service stops: its cases take
/// CPU and memory from decisions, which have priority. Thread-safe.
final class ExclusiveExecutor {
    /// Time limit for all cases; the shipped ones take two seconds. Shorter than the timeout of clients.
    static final Duration MAX_DURATION = Duration.ofSeconds(60);

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);
    private static final String TOO_LONG =
            "all cases together take longer than `%s` and stopped at this one; remove some, or repeat steps less often"
                    .formatted(Literal.write(MAX_DURATION));

    private final ReentrantLock lock = new ReentrantLock(true);
    private final LongSupplier nanoTime;
    private volatile boolean stopped;

    /// @param nanoTime clock in nanoseconds, with any origin
    ExclusiveExecutor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Waits for its turn and runs the work.
    ///
    /// @param work calls its argument before every decision with the file and line of the case
    /// @throws InvalidRuleSetException when it exceeds the time limit
    /// @throws ValidationBusy when others take too long, or the service stops
    <T> T run(Function<ObjIntConsumer<String>, T> work) {
        if (!acquire()) {
            throw new ValidationBusy("another rule set is being validated");
        }
        try {
            requireRunning();
            return work.apply(new TimeLimit());
        } finally {
            lock.unlock();
        }
    }

    /// Stops the current validation before its next decision, and starts no other.
    void stop() {
        stopped = true;
    }

    private boolean acquire() {
        try {
            return lock.tryLock(LOCK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void requireRunning() {
        if (stopped) {
            throw new ValidationBusy("the service is stopping");
        }
    }

    /// Is called before every decision and starts with the first one, so that compilation does not
    /// count.
    private final class TimeLimit implements ObjIntConsumer<String> {
        private boolean started;
        private long start;

        @Override
        public void accept(String file, int line) {
            requireRunning();
            long now = nanoTime.getAsLong();
            if (!started) {
                started = true;
                start = now;
            }
            if (now - start > MAX_DURATION.toNanos()) {
                throw new InvalidRuleSetException(List.of(new Diagnostic(file, line, 0, TOO_LONG)));
            }
        }
    }
}
