package io.verigate.delivery.smpp;

import java.time.Duration;

/// The validity period in the relative format `YYMMDDhhmmss000R` (SMPP 3.4, 7.1.1.2), which does not depend on the
/// clock of the message centre.
final class ValidityPeriod {
    /// Longer than needed, and within the limits of message centres.
    private static final Duration MAX_LENGTH = Duration.ofDays(2);

    private ValidityPeriod() {}

    /// @param left limited to at least a second and at most two days
    static String of(Duration left) {
        Duration capped = left.compareTo(MAX_LENGTH) > 0 ? MAX_LENGTH : left;
        Duration written =
                capped.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : capped;
        return "0000%02d%02d%02d%02d000R"
                .formatted(
                        written.toDaysPart(),
                        written.toHoursPart(),
                        written.toMinutesPart(),
                        written.toSecondsPart());
    }
}
