package io.verigate.signal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses IP literals strictly: every accepted text is unambiguous.
final class IpParser {
    /// The longest form is an IPv6 address that ends in an IPv4 one.
    private static final int MAX_LENGTH = 45;

    private static final int LARGEST = 255;

    /// No digit was read yet.
    private static final int NONE = -1;

    private static final Pattern COLONED = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f.]*");

    private IpParser() {}

    static ParseResult<IpAddress> parse(String written) {
        if (written.length() <= MAX_LENGTH) {
            byte[] octets = dotted(written);
            if (octets != null) {
                return new ParseResult.Valid<>(IpAddress.of(octets));
            }
            if (isColoned(written)) {
                return coloned(written);
            }
        }
        return fault();
    }

    private static boolean isColoned(String written) {
        if (!COLONED.matcher(written).matches()) {
            return false;
        }
        String last = written.substring(written.lastIndexOf(':') + 1);
        return last.indexOf('.') < 0 || dotted(last) != null;
    }

    /// Four numbers without leading zeros, which some parsers treat as octal (RFC 6943 3.1.1); null for anything
    /// else. One pass, because most addresses have this form.
    private static byte @Nullable [] dotted(String written) {
        byte[] octets = new byte[4];
        int place = 0;
        int number = NONE;
        for (int at = 0; at < written.length(); at++) {
            char sign = written.charAt(at);
            if (sign == '.') {
                if (number == NONE || ++place == octets.length) {
                    return null;
                }
                number = NONE;
            } else {
                if (sign < '0' || sign > '9' || number == 0) {
                    return null;
                }
                number = Math.max(number, 0) * 10 + sign - '0';
                if (number > LARGEST) {
                    return null;
                }
                octets[place] = (byte) number;
            }
        }
        return place == octets.length - 1 && number != NONE ? octets : null;
    }

    // Only colons, dots and hexadecimal digits are left: no zone to look up, no brackets.
    private static ParseResult<IpAddress> coloned(String written) {
        try {
            // Already four octets when the address is an IPv4 one that is written as IPv6 (RFC 4291
            // 2.5.5.2).
            InetAddress address = Inet6Address.ofLiteral(written);
            return new ParseResult.Valid<>(IpAddress.of(address.getAddress()));
        } catch (IllegalArgumentException refused) {
            return fault();
        }
    }

    private static ParseResult<IpAddress> fault() {
        return new ParseResult.Invalid<>(
                "must be an IP address such as `203.0.113.9` or `2001:db8::1`, without zone or port");
    }
}
