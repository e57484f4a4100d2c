package io.verigate.messages;

/// How many text messages a text becomes on its way. Thread-safe.
public final class SmsSegments {
    /// Septets in a message that stands alone (3GPP TS 23.038, 4).
    private static final int SEPTETS_ALONE = 160;

    /// Septets in a part of a longer message, beside the header that joins the parts (3GPP TS 23.040, 9.2.3.24.1).
    private static final int SEPTETS_IN_PART = 153;

    /// UCS-2 characters in a message that stands alone (3GPP TS 23.038, 4).
    private static final int CHARACTERS_ALONE = 70;

    /// UCS-2 characters in a part of a longer message (3GPP TS 23.040, 9.2.3.24.1).
    private static final int CHARACTERS_IN_PART = 67;

    private SmsSegments() {}

    /// Whether the text is one message.
    public static boolean fits(String text) {
        return count(text) == 1;
    }

    /// How many messages the text becomes; an empty text is one. Nothing that belongs together is cut in two: neither
    /// an escape and its character, nor a surrogate pair.
    public static int count(String text) {
        if (GsmAlphabet.covers(text)) {
            return GsmAlphabet.septets(text) <= SEPTETS_ALONE
                    ? 1
                    : parts(text, SEPTETS_IN_PART, true);
        }
        return text.length() <= CHARACTERS_ALONE ? 1 : parts(text, CHARACTERS_IN_PART, false);
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
