package io.verigate.journal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.FactType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {
    @Test
    void readsWhatDurationWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Duration length =
                    Duration.ofSeconds(
                            random.nextInt(10_000_000),
                            i % 2 == 0 ? 0 : random.nextInt(1_000_000) * 1_000L);
            assertThat(DurationText.parse(length.toString())).isEqualTo(length);
        }
        assertThat(DurationText.parse(FactType.NEVER.toString())).isEqualTo(FactType.NEVER);
        assertThat(DurationText.parse("PT0S")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "P2DT3H", "PT-0.5S", "PT1H-30M", "-PT2S"})
    void leavesTheRestToDuration(String text) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PT", "24h", "PT5X", "PT1.5M"})
    void refusesWhatIsNoLength(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
