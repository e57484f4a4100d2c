package io.verigate.messages;

/// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1; once GSM 03.38). Thread-safe.
public final class GsmAlphabet {
    /// Escapes to the extension table (3GPP TS 23.038, 6.2.1).
    private static final char ESCAPE = '\u001b';

    /// The index of a character is its code (3GPP TS 23.038, 6.2.1).
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// Characters of the extension table, and their codes in the same order (3GPP TS 23.038, 6.2.1.1).
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final byte[] EXTENDED_CODES = {
        0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
    };

    private GsmAlphabet() {}

    /// Whether every character of the text can be written in this alphabet.
    public static boolean covers(String text) {
        return text.chars().allMatch(character -> septets((char) character) > 0);
    }

    /// How many septets the text takes.
    ///
    /// @throws IllegalArgumentException when a character is not in the alphabet
    public static int septets(String text) {
        int sum = 0;
        for (int at = 0; at < text.length(); at++) {
            sum += known(text.charAt(at));
        }
        return sum;
    }

    /// Encodes the text with one septet per byte, as SMPP requires (SMPP 3.4, 5.2.19).
    ///
    /// @throws IllegalArgumentException when a character is not in the alphabet
    public static byte[] encode(String text) {
        byte[] septets = new byte[septets(text)];
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int extended = EXTENDED.indexOf(character);
            if (extended < 0) {
                septets[next++] = (byte) BASIC.indexOf(character);
            } else {
                septets[next++] = (byte) ESCAPE;
                septets[next++] = EXTENDED_CODES[extended];
            }
        }
        return septets;
    }

    /// The septets of one character: 1, 2 for the extension table, or 0 when it is in neither table.
    static int septets(char character) {
        if (EXTENDED.indexOf(character) >= 0) {
            return 2;
        }
        return character != ESCAPE && BASIC.indexOf(character) >= 0 ? 1 : 0;
    }

    private static int known(char character) {
        int septets = septets(character);
        if (septets == 0) {
            throw new IllegalArgumentException(
                    "`%c` is not in the GSM 7-bit alphabet; send the text as UCS-2"
                            .formatted(character));
        }
        return septets;
    }
}
