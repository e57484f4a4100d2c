package io.verigate.messages;

/// Counts the SMS segments of a text. Thread-safe.
public final class SmsSegments {
    /// Septets in a single-segment message (3GPP TS 23.038, 4).
    private static final int SEPTETS_IN_SINGLE = 160;

    /// Septets in a segment of a longer message, without its header (3GPP TS 23.040, 9.2.3.24.1).
    private static final int SEPTETS_IN_PART = 153;

    /// UCS-2 characters in a single-segment message (3GPP TS 23.038, 4).
    private static final int CHARACTERS_IN_SINGLE = 70;

    /// UCS-2 characters in a segment of a longer message (3GPP TS 23.040, 9.2.3.24.1).
    private static final int CHARACTERS_IN_PART = 67;

    private SmsSegments() {}

    /// Whether the text fits into one segment.
    public static boolean fits(String text) {
        return count(text) == 1;
    }

    /// The number of segments; 1 for an empty text. Segments split neither
    /// an escape sequence nor a surrogate pair.
    public static int count(String text) {
        if (GsmAlphabet.covers(text)) {
            return GsmAlphabet.septets(text) <= SEPTETS_IN_SINGLE
                    ? 1
                    : parts(text, SEPTETS_IN_PART, true);
        }
        return text.length() <= CHARACTERS_IN_SINGLE ? 1 : parts(text, CHARACTERS_IN_PART, false);
    }

    private static int parts(String text, int room, boolean gsm) {
        int parts = 1;
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int size = gsm ? GsmAlphabet.septets((char) point) : Character.charCount(point);
            if (used + size > room) {
                parts++;
                used = 0;
            }
            used += size;
            at += Character.charCount(point);
        }
        return parts;
    }
}
