package io.verigate.delivery;

import java.time.Duration;

/// Checks the timeouts in settings.
public final class Timeouts {
    private static final Duration MIN = Duration.ofMillis(1);
    private static final Duration MAX = Duration.ofMinutes(10);

    private Timeouts() {}

    /// @param name of the timeout, for example `connect timeout of the webhook`
    /// @throws IllegalArgumentException when it is outside 1 ms to 10 min
    public static void check(String name, Duration timeout) {
        if (timeout.compareTo(MIN) < 0 || timeout.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "the %s must be 1 ms to 10 min, not `%s`".formatted(name, timeout));
        }
    }
}
