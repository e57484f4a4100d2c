package io.verigate.signal;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// Normalises domain names: ASCII, lower case, no trailing dot.
final class DomainName {
    /// Longest name in text form (RFC 1035 2.3.4: 255 octets on the wire).
    private static final int MAX_LENGTH = 253;

    /// Characters that IDNA2003, which Java implements, maps to others, while IDNA2008 keeps them (RFC 5894 7.2). The two
    /// mappings give two domains, perhaps of two owners, so such names are rejected.
    private static final String AMBIGUOUS = "ßς\u200c\u200d";

    /// Prefix of a label that encodes non-ASCII letters (RFC 5890 2.3.2.1).
    private static final String ENCODED = "xn--";

    private DomainName() {}

    /// The name in ASCII form; empty when it is invalid, an IP address, or ambiguous.
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

    /// The Unicode form of a name in ASCII form.
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
