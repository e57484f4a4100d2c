package io.verigate.api.common.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AdmissionLimiterTest {
    private static final Duration TENTH = Duration.ofMillis(100);

    private final AtomicLong nanos = new AtomicLong();
    private final AdmissionLimiter admission = new AdmissionLimiter(nanos::get);

    @Test
    void letsTheFirstOfManyIn() {
        assertThat(enter(10_000)).isEqualTo(AdmissionLimiter.INITIAL_LIMIT);
        assertThat(admission.inProgress()).isEqualTo(AdmissionLimiter.INITIAL_LIMIT);
        assertThat(admission.rejected()).isEqualTo(10_000 - AdmissionLimiter.INITIAL_LIMIT);
    }

    @Test
    void letsInWhatIsFinishedInHalfASecond() {
        finish(500); // in a tenth of a second, so 2,500 in half of one

        assertThat(enter(10_000)).isEqualTo(2_500);
    }

    @Test
    void keepsWhatItLearntWhileLittleIsAskedFor() {
        finish(500);
        for (int i = 0; i < 100; i++) {
            finish(1);
        }
        advance(Duration.ofHours(1));

        assertThat(enter(10_000)).isEqualTo(2_500);
    }

    @Test
    void letsLessInWhenLessIsFinishedThanIsAskedFor() {
        finish(500);
        enter(2_500);
        for (int i = 0; i < 10; i++) {
            assertThat(admission.enter(1)).isFalse();
            advance(TENTH);
            admission.leave(100);
            admission.enter(100);
        }

        assertThat(admission.limit()).isEqualTo(500);
    }

    @Test
    void refusesAtOnceWhatComesWhileNothingIsFinished() {
        finish(500);
        assertThat(enter(2_500)).isEqualTo(2_500);
        for (int i = 0; i < 10; i++) {
            assertThat(admission.enter(1)).isFalse();
            advance(TENTH);
        }
        admission.leave(0);

        assertThat(admission.limit()).isEqualTo(AdmissionLimiter.MIN_LIMIT);
        assertThat(admission.enter(1)).isFalse();
    }

    @Test
    void letsInAgainWhatLeavesRoom() {
        enter(AdmissionLimiter.INITIAL_LIMIT);
        assertThat(admission.enter(1)).isFalse();

        admission.leave(1);

        assertThat(admission.enter(1)).isTrue();
        assertThat(admission.enter(1)).isFalse();
    }

    @Test
    void takesABatchWholeOrNotAtAll() {
        assertThat(admission.enter(AdmissionLimiter.INITIAL_LIMIT - 10)).isTrue();

        assertThat(admission.enter(11)).isFalse();
        assertThat(admission.enter(10)).isTrue();
    }

    /// Three times as much comes as can be done, for a minute, then as much as can be done: what is done never takes
    /// longer than it may, no capacity is lost, and with the load the refusals end.
    @Test
    void answersInTimeAtThreeTimesThePeak() {
        int peak = 50; // in a hundredth of a second
        Queue<Long> underWay = new ArrayDeque<>();
        long longest = 0;
        long answered = 0;
        for (int i = 0; i < 6_000; i++) {
            for (int call = 0; call < 3 * peak; call++) {
                if (admission.enter(1)) {
                    underWay.add(nanos.get());
                }
            }
            advance(Duration.ofMillis(10));
            for (int call = 0; call < peak && !underWay.isEmpty(); call++) {
                longest = Math.max(longest, nanos.get() - underWay.remove());
                admission.leave(1);
                answered++;
            }
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(600));
        assertThat(answered).isEqualTo(6_000L * peak);

        while (!underWay.isEmpty()) {
            underWay.remove();
            admission.leave(1);
        }
        long refused = admission.rejected();
        for (int i = 0; i < 100; i++) {
            finish(peak * 10);
        }
        assertThat(admission.rejected()).isEqualTo(refused);
    }

    /// Work that begins and ends within a tenth of a second.
    private void finish(int calls) {
        assertThat(enter(calls)).isEqualTo(calls);
        advance(TENTH);
        admission.leave(calls);
    }

    private int enter(int calls) {
        int entered = 0;
        for (int call = 0; call < calls; call++) {
            entered += admission.enter(1) ? 1 : 0;
        }
        return entered;
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
