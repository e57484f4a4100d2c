package io.verigate.journal.mariadb;

import java.time.Duration;

/// Reads lengths of time as `Duration` writes them (ISO 8601), a few times faster than `Duration` does: it reads what
/// occurs, such as `PT36H`, `PT2M` and `PT1H0.25S`, and leaves the rest to it.
final class DurationText {
    private static final int NANO_DIGITS = 9;

    private DurationText() {}

    /// @throws java.time.DateTimeException when the text is no length of time
    static Duration parse(String text) {
        if (text.length() < 4 || !text.startsWith("PT")) {
            return Duration.parse(text);
        }
        long seconds = 0;
        long nanos = 0;
        long number = 0;
        int fraction = -1;
        for (int place = 2; place < text.length(); place++) {
            char sign = text.charAt(place);
            if (sign >= '0' && sign <= '9') {
                number = number * 10 + (sign - '0');
                fraction += fraction >= 0 ? 1 : 0;
            } else if (sign == '.' && fraction < 0) {
                seconds += number;
                number = 0;
                fraction = 0;
            } else if (sign == 'S' && fraction >= 0) {
                nanos = number * power(NANO_DIGITS - fraction);
                number = 0;
            } else if (fraction < 0 && unit(sign) > 0) {
                seconds += number * unit(sign);
                number = 0;
            } else {
                return Duration.parse(text);
            }
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    private static long unit(char sign) {
        return switch (sign) {
            case 'H' -> 3_600;
            case 'M' -> 60;
            case 'S' -> 1;
            default -> 0;
        };
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
