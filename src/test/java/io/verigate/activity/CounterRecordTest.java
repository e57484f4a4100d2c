package io.verigate.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.crypto.Fingerprints;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Compares counts with a list of all events.
final class CounterRecordTest {
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Fingerprints FINGERPRINTS =
            new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);

    @Test
    void isExactForTwoMinutesHoweverManyEventsASecondHas() {
        Random random = new Random(1);
        List<Instant> happened = new ArrayList<>();
        CounterRecord counterRecord = CounterRecord.EMPTY;
        Instant now = START;
        for (int i = 0; i < 5_000; i++) {
            now = now.plusMillis(random.nextInt(60));
            // Some are reported late.
            Instant at = i % 50 == 0 ? now.minusSeconds(random.nextInt(20)) : now;
            counterRecord = counterRecord.plus(ActivityEvent.CODE_SENT, at);
            happened.add(at);
        }

        for (int back = 1; back < 120; back++) {
            Instant from = now.minusSeconds(back);
            assertThat(counterRecord.count(ActivityEvent.CODE_SENT, from))
                    .as("the last %d s", back)
                    .isEqualTo(
                            happened.stream()
                                    .filter(at -> at.getEpochSecond() > from.getEpochSecond())
                                    .count());
        }
        assertThat(counterRecord.last(ActivityEvent.CODE_SENT)).contains(now);
        assertThat(counterRecord.count(ActivityEvent.CODE_SENT, START.minus(Duration.ofDays(1))))
                .isEqualTo(5_000);
    }

    /// A program sends, checks and sends again within one second.
    @Test
    void seesWhatCameLastInTheSecondInWhichAWindowBegins() {
        CounterRecord counterRecord =
                CounterRecord.EMPTY
                        .plus(ActivityEvent.CODE_SENT, START.plusMillis(100))
                        .plus(ActivityEvent.CODE_VERIFIED, START.plusMillis(200));
        CounterRecord again = counterRecord.plus(ActivityEvent.CODE_SENT, START.plusMillis(300));

        assertThat(counterRecord.count(ActivityEvent.CODE_SENT, START.plusMillis(200))).isZero();
        assertThat(again.count(ActivityEvent.CODE_SENT, START.plusMillis(200))).isPositive();
        assertThat(again.count(ActivityEvent.CODE_SENT, START.plusMillis(300))).isZero();
    }

    @Test
    void tellsOthersApartByTheirLatestSighting() {
        Random random = new Random(2);
        Map<Integer, Instant> latest = new HashMap<>();
        CounterRecord counterRecord = CounterRecord.EMPTY;
        Instant now = START;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusMillis(random.nextInt(100));
            int which = random.nextInt(100);
            counterRecord = counterRecord.seen(ActivityEvent.CODE_REQUEST, source(which), now);
            latest.put(which, now);
        }

        for (int back = 0; back < 30; back++) {
            long from = now.minusSeconds(back).getEpochSecond();
            assertThat(
                            counterRecord.distinct(
                                    ActivityEvent.CODE_REQUEST,
                                    SubjectKind.SOURCE,
                                    now.minusSeconds(back)))
                    .isEqualTo(
                            latest.values().stream()
                                    .filter(at -> at.getEpochSecond() > from)
                                    .count());
        }
    }

    private static SubjectKey source(int which) {
        return SubjectKey.of(SubjectKind.SOURCE, "198.51.100." + which, FINGERPRINTS);
    }
}
