package io.verigate.api.common.json;

import io.verigate.decision.WireEnum;
import io.verigate.signal.ParseResult;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Parses strings of fixed formats. Errors never repeat the input. Thread-safe.
public final class TextParser {
    /// Maximum length of an enumeration value, region or time.
    public static final int MAX_LENGTH = 64;

    /// Maximum length of a language tag as stored; RFC 5646 4.4.1 requires 35.
    public static final int MAX_LANGUAGE_LENGTH = 40;

    // The range of TIMESTAMP in every supported MariaDB, with a day to spare.
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-18T00:00:00Z");

    /// Tolerated clock skew between caller and service.
    public static final Duration SKEW = Duration.ofSeconds(5);

    private static final Pattern TIME =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private TextParser() {}

    /// Parses a region (ISO 3166-1 alpha-2, upper case).
    public static ParseResult<String> region(String text) {
        return REGIONS.contains(text)
                ? new ParseResult.Valid<>(text)
                : new ParseResult.Invalid<>(
                        "must be a region, two upper-case letters of ISO 3166-1, for example `GB`");
    }

    /// Parses a language tag (BCP 47) into canonical form.
    public static ParseResult<String> language(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            String tag = locale.toLanguageTag();
            // The canonical form of some old tags is longer than the input.
            if (!locale.getLanguage().isEmpty() && tag.length() <= MAX_LANGUAGE_LENGTH) {
                return new ParseResult.Valid<>(tag);
            }
        } catch (IllformedLocaleException e) {
            // Reported below, like an empty tag.
        }
        return new ParseResult.Invalid<>("must be a BCP 47 language tag, for example `en-GB`");
    }

    /// Parses a time (RFC 3339).
    public static ParseResult<Instant> time(String text) {
        try {
            if (TIME.matcher(text).matches()) {
                return new ParseResult.Valid<>(
                        OffsetDateTime.parse(
                                        text.toUpperCase(Locale.ROOT),
                                        DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                .toInstant());
            }
        } catch (DateTimeException e) {
            // No such day or hour: reported below.
        }
        return new ParseResult.Invalid<>(
                "must be an RFC 3339 time, for example `2026-11-23T09:00:00Z`");
    }

    /// Parses a time (RFC 3339) that the database can store.
    public static ParseResult<Instant> storableTime(String text) {
        ParseResult<Instant> read = time(text);
        return read instanceof ParseResult.Valid<Instant>(var time)
                        && (time.isBefore(FIRST) || time.isAfter(LAST))
                ? new ParseResult.Invalid<>("must be between 1970 and 2038")
                : read;
    }

    /// Parses a positive duration (ISO 8601), at most ten years.
    public static ParseResult<Duration> duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.toDays() <= 3_650) {
                return new ParseResult.Valid<>(duration);
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        return new ParseResult.Invalid<>(
                "must be an ISO 8601 duration of at most ten years, for example `PT24H`");
    }

    /// Parses a decimal integer.
    public static ParseResult<Integer> number(String text, int min, int max) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return new ParseResult.Valid<>(number);
            }
        }
        return new ParseResult.Invalid<>("must be a whole number from " + min + " to " + max);
    }

    /// Parses an enumeration value.
    static <E extends Enum<E> & WireEnum> ParseResult<E> enumValue(Class<E> words, String text) {
        return WireEnum.parse(words, text)
                .<ParseResult<E>>map(ParseResult.Valid::new)
                .orElseGet(() ->
                        new ParseResult.Invalid<>("must be one of " + quoted(WireEnum.all(words))));
    }

    /// Returns whether a text contains control characters, line separators, unpaired surrogates or unassigned code
    /// points.
    public static boolean hasControl(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            switch (Character.getType(text.codePointAt(at))) {
                case Character.CONTROL,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// Quotes words for error messages.
    public static String quoted(List<String> words) {
        return "`" + String.join("`, `", words) + "`";
    }
}
