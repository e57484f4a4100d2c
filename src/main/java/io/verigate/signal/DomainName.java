package io.verigate.signal;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// Writes domain names in one form: ASCII, lower case, no dot at the end.
final class DomainName {
    /// Longest name in text form (RFC 1035 2.3.4: 255 octets on the wire).
    private static final int MAX_LENGTH = 253;

    /// Signs that IDNA2003, which Java follows, turns into others, while IDNA2008 keeps them (RFC 5894 7.2). The two
    /// readings are two domains, perhaps of two owners, so neither is guessed.
    private static final String AMBIGUOUS = "ßς\u200c\u200d";

    /// How a label begins that stands for letters outside of ASCII (RFC 5890 2.3.2.1).
    private static final String ENCODED = "xn--";

    private DomainName() {}

    /// The name in ASCII form; empty when it is none, is an IP address, or could mean two domains.
    static Optional<String> ascii(String written) {
        if (written.length() > MAX_LENGTH || isAmbiguous(written)) {
            return Optional.empty();
        }
        try {
            String name = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return isName(name) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /// How people see a name that is in ASCII form: a letter of another alphabet is one letter there.
    static String shown(String name) {
        return name.contains(ENCODED) ? IDN.toUnicode(name) : name;
    }

    private static boolean isAmbiguous(String written) {
        return written.chars().anyMatch(sign -> AMBIGUOUS.indexOf(sign) >= 0);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.endsWith(".")) {
            return false;
        }
        // No top-level domain is a number (RFC 3696 2), so `192.0.2.1` is not a name.
        String top = name.substring(name.lastIndexOf('.') + 1);
        return !top.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }
}
