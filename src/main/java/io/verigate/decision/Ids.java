package io.verigate.decision;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/// Generates ids: a prefix, the time in milliseconds (48 bits) and 80 random bits, in hexadecimal digits. They sort by
/// time and cannot be guessed. Thread-safe.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 10;
    private static final int TIME_DIGITS = 12;

    private Ids() {}

    /// A new id.
    ///
    /// @param prefix of the kind of thing, for example `d-`
    public static String next(String prefix, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return first(prefix, now) + HexFormat.of().formatHex(random);
    }

    /// A lower bound, not an id itself: it sorts before all ids of this time or later, and after all earlier ones.
    public static String first(String prefix, Instant time) {
        return prefix + HexFormat.of().toHexDigits(time.toEpochMilli(), TIME_DIGITS);
    }
}
