package io.verigate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class SandboxClockTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final SandboxClock clock =
            new SandboxClock(InstantSource.fixed(NOW), Duration.ZERO, moved -> {});

    @Test
    void goesAhead() {
        clock.advance(Duration.ofHours(24));
        assertThat(clock.instant()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(clock.advanceTo(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
        assertThat(clock.instant()).isEqualTo("2026-12-01T00:00:00Z");
    }

    @Test
    void neverGoesBack() {
        clock.advance(Duration.ofHours(24));
        assertThat(clock.advanceTo(NOW)).isFalse();
        assertThat(clock.instant()).isEqualTo("2026-11-24T09:00:00Z");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
