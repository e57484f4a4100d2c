package io.verigate.delivery.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Parses `Retry-After`: seconds or a date (RFC 9110, 10.2.3).
final class RetryAfter {
    /// Longer than the life of any code.
    private static final Duration MAX_LENGTH = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /// How long to wait, at most an hour; zero when the header is absent, past or malformed.
    static Duration wait(String header, Instant now) {
        Duration wait = read(header.strip(), now);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_LENGTH) > 0 ? MAX_LENGTH : wait;
    }

    private static Duration read(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException malformed) {
            return Duration.ZERO;
        }
    }
}
