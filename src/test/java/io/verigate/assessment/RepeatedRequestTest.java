package io.verigate.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// At the time that a decision gives for a retry, the same request is accepted.
final class RepeatedRequestTest {
    private final Playground playground = new Playground();

    @Test
    void theOwnerIsLetThroughWhenToldTo() {
        playground.tell(ReportedEvent.SIGN_IN_SUCCEEDED, "a-1", Playground.HOME, Severity.MINOR);
        Decision last = null;
        for (int number = 0; number < 16; number++) {
            playground.clock.advance(Duration.ofMinutes(20));
            last = playground.sms("a-1", "+4474001%02d00".formatted(number), Playground.HOME);
        }

        assertThat(last.reasons().getFirst().rule()).isEqualTo("HV-009");
        assertThat(repeated(last, Playground.sending("a-1", "+447400115000", Playground.HOME)))
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void whoAsksForABusyRangeIsLetThroughWhenToldTo() {
        Decision last = null;
        for (int number = 0; number < 31; number++) {
            playground.clock.advance(Duration.ofMinutes(1));
            last = ask(number);
        }

        assertThat(last.reasons().getFirst().rule()).isEqualTo("HV-010");
        assertThat(last.retryAt().orElseThrow())
                .isBetween(
                        playground.clock.instant().plus(Duration.ofMinutes(30)),
                        playground.clock.instant().plus(Duration.ofMinutes(34)));
        assertThat(repeated(last, request(30))).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void theNextCodeIsLetThroughWhenToldTo() {
        Instant next = Instant.MIN;
        for (int code = 0; code < 10; code++) {
            playground.clock.advance(Duration.ofMinutes(11));
            next = next(Playground.sending("a-1", "+447400123456", Playground.ELSEWHERE));
        }

        assertThat(Duration.between(playground.clock.instant(), next))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        playground.clock.set(next);
        assertThat(playground.sms("a-1", "+447400123456", Playground.ELSEWHERE).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    /// One more request exceeds the limit until enough of them are a day old.
    @Test
    void whoIsAboutToBeBlockedForGoodIsToldWhenThatIsOver() {
        Instant next = Instant.MIN;
        Interaction last = null;
        for (int round = 0; round < 6; round++) {
            playground.clock.advance(Duration.ofDays(8));
            for (int number = 0; number < (round < 5 ? 16 : 15); number++) {
                playground.clock.advance(Duration.ofMinutes(10));
                last =
                        Playground.sending(
                                "a-1",
                                "+4474%02d1%02d000".formatted(round, number),
                                Playground.ELSEWHERE);
                next = next(last);
            }
        }

        assertThat(Duration.between(playground.clock.instant(), next))
                .isBetween(Duration.ofHours(21), Duration.ofHours(26));
        playground.clock.set(next);
        assertThat(playground.assess(last).verdict()).isEqualTo(Verdict.ALLOW);
    }

    private Decision ask(int number) {
        return playground.assess(request(number));
    }

    private static Interaction request(int number) {
        return Playground.sending(
                "a-" + number,
                "+4474001204%02d".formatted(number),
                new Source("198.51.100." + number, ""));
    }

    private Verdict repeated(Decision refused, Interaction request) {
        assertThat(refused.verdict()).isEqualTo(Verdict.WAIT);
        playground.clock.set(refused.retryAt().orElseThrow());
        return playground.assess(request).verdict();
    }

    private Instant next(Interaction request) {
        return playground.assess(request, (assessed, effects) -> effects.nextRequestAt());
    }
}
