package io.verigate.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.Decision;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.Scope;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// S02 and S16 as one story: twelve codes to one number, the block, the same and another source, the next day.
final class ScriptedDayTest {
    private static final String NUMBER = "+447700900123";

    private final Playground playground = new Playground();

    @Test
    void blocksAfterTenInAnHourAndDoublesTheNextBlock() {
        List<Verdict> first = twelve();

        assertThat(first.subList(0, 5)).containsOnly(Verdict.ALLOW, Verdict.WAIT);
        assertThat(first.get(5)).isEqualTo(Verdict.WAIT);
        assertThat(first.get(10)).isEqualTo(Verdict.BLOCK);
        assertThat(first.get(11)).isEqualTo(Verdict.BLOCK);

        playground.clock.advance(Duration.ofDays(1).plusHours(1));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .as("the block is over and the window is empty")
                .isEqualTo(Verdict.ALLOW);
        playground.clock.advance(Duration.ofHours(2));
        List<Verdict> second = twelve();
        assertThat(second.get(10)).isEqualTo(Verdict.BLOCK);
        assertThat(hours(block(playground.sms("a-1", NUMBER, Playground.HOME)))).isEqualTo(48);
    }

    @Test
    void startsAnewForTheSameSourceOnly() {
        twelve();
        Instant began = block(playground.sms("a-1", NUMBER, Playground.ELSEWHERE)).until();
        playground.clock.advance(Duration.ofHours(3));

        assertThat(block(playground.sms("a-1", NUMBER, Playground.ELSEWHERE)).until())
                .as("another source changes nothing")
                .isEqualTo(began);
        Decision again = playground.sms("a-1", NUMBER, Playground.HOME);
        assertThat(again.until()).isEqualTo(playground.clock.instant().plus(Duration.ofHours(24)));
        assertThat(again.fired()).contains("WT-011");
        assertThat(again.reasons())
                .extracting(Decision.Reason::code)
                .containsExactly("high-volume");
    }

    @Test
    void neverGoesPastSevenDaysFromTheFirst() {
        twelve();
        Instant began = playground.clock.instant();
        HeldBlock held = block(playground.sms("a-1", NUMBER, Playground.HOME));
        for (int hours = 0; hours < 24 * 6; hours += 12) {
            playground.clock.advance(Duration.ofHours(12));
            held = block(playground.sms("a-1", NUMBER, Playground.HOME));
        }
        playground.clock.advance(Duration.ofHours(12));
        held = block(playground.sms("a-1", NUMBER, Playground.HOME));

        assertThat(held.until())
                .isBetween(
                        began.plus(Duration.ofDays(7)).minusSeconds(120),
                        began.plus(Duration.ofDays(7)));
        playground.clock.set(began.plus(Duration.ofDays(7)));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void forgetsLevelsAfterThirtyQuietDays() {
        twelve();
        playground.clock.advance(Duration.ofDays(33));
        twelve();

        assertThat(hours(block(playground.sms("a-1", NUMBER, Playground.HOME)))).isEqualTo(24);
    }

    @Test
    void blocksTheDestinationWhicheverAccountAsks() {
        for (int i = 0; i < 12; i++) {
            playground.sms("a-" + i, NUMBER, new Source("198.51.100." + i, "d-" + i));
            playground.clock.advance(Duration.ofMinutes(3));
        }

        Decision decision = playground.sms("a-99", NUMBER, Playground.ELSEWHERE);
        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(block(decision).scope()).isEqualTo(Scope.METHOD);
        assertThat(playground.sms("a-99", "+447700900124", Playground.ELSEWHERE).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    private List<Verdict> twelve() {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            verdicts.add(playground.sms("a-1", NUMBER, Playground.HOME).verdict());
            playground.clock.advance(Duration.ofSeconds(10));
        }
        return verdicts;
    }

    private long hours(HeldBlock block) {
        return Math.round(
                Duration.between(playground.clock.instant(), block.until()).toMinutes() / 60.0);
    }

    private static HeldBlock block(Decision decision) {
        return decision.heldBlock().orElseThrow();
    }
}
