package io.verigate.policy;

import io.verigate.decision.FactType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses and formats values as written in policies.
public final class Literal {
    /// Maximum duration in policies and blocks, so that every end can be stored: ten years.
    public static final Duration MAX_LENGTH = Duration.ofDays(3_650);

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1));

    private Literal() {}

    /// A duration: digits and one of `ms s m h d`.
    public static Optional<Duration> duration(String text) {
        Matcher parts = LENGTH.matcher(text);
        return parts.matches()
                ? Optional.ofNullable(UNITS.get(parts.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    /// A whole number from 0, of at most 15 digits.
    public static Optional<Long> count(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// A point in time as in RFC 3339, in UTC.
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The limit that a value in a case exceeds, in words, because times computed from it must be storable. Empty when it is
    /// within limits.
    public static Optional<String> limit(Object value) {
        return switch (value) {
            case Duration length when length.compareTo(MAX_LENGTH) > 0 ->
                    Optional.of("at most `%s`".formatted(write(MAX_LENGTH)));
            case Instant time when time.isBefore(Instant.EPOCH) || time.isAfter(LAST) ->
                    Optional.of("a time in the years 1970 to 9999");
            default -> Optional.empty();
        };
    }

    /// A value of a given type; empty when the text is not one.
    public static Optional<Object> of(FactType type, String text) {
        return switch (type) {
            case FLAG ->
                    text.equals("true") || text.equals("false")
                            ? Optional.of(Boolean.valueOf(text))
                            : Optional.empty();
            case COUNT -> count(text).map(Object.class::cast);
            case DURATION -> duration(text).map(Object.class::cast);
            case TIME -> time(text).map(Object.class::cast);
            case TEXT -> Optional.of(text);
        };
    }

    /// The type of a value by its form.
    public static FactType type(String text) {
        if (text.equals("true") || text.equals("false")) {
            return FactType.FLAG;
        }
        if (count(text).isPresent()) {
            return FactType.COUNT;
        }
        return duration(text).isPresent() ? FactType.DURATION : FactType.TEXT;
    }

    /// A value in its written form: `90s`, `24h`, `true`, `GB`, `never`, `no end`.
    public static String write(Object value) {
        return switch (value) {
            case Duration never when never.compareTo(FactType.NEVER) >= 0 -> "never";
            case Duration length -> write(length);
            case Instant forever when forever.equals(FactType.FOREVER) -> "no end";
            default -> value.toString();
        };
    }

    private static String write(Duration length) {
        return List.of("d", "h", "m", "s").stream()
                .filter(unit -> !length.isZero() && length.toMillis() % millis(unit) == 0)
                .findFirst()
                .map(unit -> length.toMillis() / millis(unit) + unit)
                .orElseGet(() -> length.isZero() ? "0s" : length.toMillis() + "ms");
    }

    private static long millis(String unit) {
        return UNITS.getOrDefault(unit, Duration.ofMillis(1)).toMillis();
    }
}
