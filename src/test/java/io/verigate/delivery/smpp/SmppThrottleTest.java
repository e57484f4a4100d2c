package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SmppThrottleTest {
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);

    @Test
    void letsNoMoreOutThanTheWindowHolds() throws InterruptedException {
        SmppThrottle throttle = throttle(2, 10_000);
        assertThat(throttle.enter()).isEmpty();
        assertThat(throttle.enter()).isEmpty();
        assertThat(throttle.enter()).isPresent();
        throttle.leave();
        assertThat(throttle.enter()).isEmpty();
    }

    @Test
    void spreadsMessagesOverTheSecond() throws InterruptedException {
        SmppThrottle throttle = throttle(10, 1);
        assertThat(throttle.enter()).isEmpty();
        assertThat(throttle.enter())
                .hasValueSatisfying(wait ->
                        assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
    }

    @Test
    void whoCouldNotEnterHoldsNoPlace() throws InterruptedException {
        SmppThrottle throttle = throttle(2, 1);
        throttle.enter();
        for (int at = 0; at < 5; at++) {
            assertThat(throttle.enter()).isPresent();
        }
        throttle.leave();
    }

    @Test
    void pausesEverything() throws InterruptedException {
        SmppThrottle throttle = throttle(2, 10_000);
        throttle.pause(Duration.ofMinutes(1));
        assertThat(throttle.enter())
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(30)));
    }

    private static SmppThrottle throttle(int window, int perSecond) {
        SmppPace pace =
                new SmppPace(window, perSecond, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new SmppThrottle(pace, NO_PATIENCE);
    }
}
