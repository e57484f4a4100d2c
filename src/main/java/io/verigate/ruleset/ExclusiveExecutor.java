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

/// Lets one rule set of a node be examined at a time, for so long and not beyond the end of the service: its cases take
/// a processor and memory from decisions, which come first. Thread-safe.
final class ExclusiveExecutor {
    /// How long cases may take; those that ship take two seconds. Shorter than a caller waits for an answer.
    static final Duration MAX_LENGTH = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TOO_LONG =
            "all cases together take longer than `%s`, and came as far as this one: leave some out, or repeat steps less often"
                    .formatted(Literal.write(MAX_LENGTH));

    private final ReentrantLock turn = new ReentrantLock(true);
    private final LongSupplier nanoTime;
    private volatile boolean ended;

    /// @param nanoTime counts nanoseconds from any beginning
    ExclusiveExecutor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Does something when it is its turn.
    ///
    /// @param work tells before every decision in which file and line its case stands
    /// @throws Faults when it takes too long
    /// @throws Postponed when others take too long, or the service ends
    <T> T take(Function<ObjIntConsumer<String>, T> work) {
        if (!comes()) {
            throw new ValidationBusy("another rule set is examined now");
        }
        try {
            goOn();
            return work.apply(new Pace());
        } finally {
            turn.unlock();
        }
    }

    /// Ends what is examined, before its next decision, and lets nothing else begin.
    void end() {
        ended = true;
    }

    private boolean comes() {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void goOn() {
        if (ended) {
            throw new ValidationBusy("the service ends");
        }
    }

    /// Asked before every decision; its time begins with the first one: how long many rules are compiled is no matter of
    /// cases.
    private final class Pace implements ObjIntConsumer<String> {
        private boolean began;
        private long start;

        @Override
        public void accept(String file, int line) {
            goOn();
            long now = nanoTime.getAsLong();
            if (!began) {
                began = true;
                start = now;
            }
            if (now - start > MAX_LENGTH.toNanos()) {
                throw new InvalidRuleSetException(List.of(new Diagnostic(file, line, 0, TOO_LONG)));
            }
        }
    }
}
