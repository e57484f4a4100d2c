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

/// Understands texts of fixed forms. What it says of a bad one does not repeat it.
public final class TextParser {
    /// Longest word, region or time.
    public static final int MAX_LENGTH = 64;

    /// Longest language tag, as it is kept; RFC 5646 4.4.1 asks for 35.
    public static final int MAX_LANGUAGE_LENGTH = 40;

    // What a TIMESTAMP of every MariaDB that is supported can be, with a day to spare.
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-18T00:00:00Z");

    /// How far the clocks of caller and service may differ.
    public static final Duration SKEW = Duration.ofSeconds(5);

    private static final Pattern TIME =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private TextParser() {}

    /// A region (ISO 3166-1 alpha-2), in upper case.
    public static ParseResult<String> region(String text) {
        return REGIONS.contains(text)
                ? new ParseResult.Valid<>(text)
                : new ParseResult.Invalid<>(
                        "a region is two upper-case letters of ISO 3166-1, for example `GB`");
    }

    /// A language tag (BCP 47), in its usual spelling.
    public static ParseResult<String> language(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            String tag = locale.toLanguageTag();
            // The usual spelling of some old tags is longer than what was written.
            if (!locale.getLanguage().isEmpty() && tag.length() <= MAX_LANGUAGE_LENGTH) {
                return new ParseResult.Valid<>(tag);
            }
        } catch (IllformedLocaleException e) {
            // Told below, like an empty one.
        }
        return new ParseResult.Invalid<>("a language is a BCP 47 tag, for example `en-GB`");
    }

    /// A point in time (RFC 3339).
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
            // No such day or hour: told below.
        }
        return new ParseResult.Invalid<>(
                "a time is written after RFC 3339, for example `2026-11-23T09:00:00Z`");
    }

    /// A point in time (RFC 3339) that can be kept.
    public static ParseResult<Instant> keptTime(String text) {
        ParseResult<Instant> read = time(text);
        return read instanceof ParseResult.Valid<Instant>(var time)
                        && (time.isBefore(FIRST) || time.isAfter(LAST))
                ? new ParseResult.Invalid<>("a time that is kept lies between 1970 and 2038")
                : read;
    }

    /// A length of time above nothing (ISO 8601), at most ten years.
    public static ParseResult<Duration> length(String text) {
        try {
            Duration length = Duration.parse(text);
            if (length.isPositive() && length.toDays() <= 3_650) {
                return new ParseResult.Valid<>(length);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        return new ParseResult.Invalid<>(
                "a length of time is written after ISO 8601, for example `PT24H`, and is at most ten years");
    }

    /// A whole number, written in digits.
    public static ParseResult<Integer> number(String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return new ParseResult.Valid<>(number);
            }
        }
        return new ParseResult.Invalid<>(
                "this has to be a whole number from " + least + " to " + most);
    }

    /// One of a closed choice of words.
    static <E extends Enum<E> & WireEnum> ParseResult<E> word(Class<E> words, String text) {
        return WireEnum.parse(words, text)
                .<ParseResult<E>>map(ParseResult.Valid::new)
                .orElseGet(() ->
                        new ParseResult.Invalid<>(
                                "this has to be one of " + quoted(WireEnum.all(words))));
    }

    /// Whether a text has characters that nobody types: controls, line separators, halves of pairs, unassigned ones.
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

    /// Words as they are shown to people.
    public static String quoted(List<String> words) {
        return "`" + String.join("`, `", words) + "`";
    }
}
