package io.verigate.signal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// An IPv4 or IPv6 address. Personal data: `toString` shows the family and nothing more.
///
/// @param bits 32 or 128
/// @param high the first 64 bits; an IPv4 address fills the upper half
/// @param low the last 64 bits; 0 for an IPv4 address
public record IpAddress(int bits, long high, long low) {
    private static final int GROUPS = 8;

    /// @throws IllegalArgumentException when a bit outside its family is set
    public IpAddress {
        if (bits != 128 && (bits != 32 || low != 0 || (high & 0xffff_ffffL) != 0)) {
            throw new IllegalArgumentException("an IP address must have 32 or 128 bits");
        }
    }

    /// The address of 4 or 16 octets.
    static IpAddress of(byte[] octets) {
        long high = 0;
        long low = 0;
        for (int place = 0; place < octets.length; place++) {
            long octet = (octets[place] & 0xffL) << (56 - place % 8 * 8);
            if (place < 8) {
                high |= octet;
            } else {
                low |= octet;
            }
        }
        return new IpAddress(octets.length * 8, high, low);
    }

    /// The canonical text: four decimal numbers, or RFC 5952.
    public String text() {
        return bits == 32 ? dotted() : coloned();
    }

    /// The addresses that one device can choose from, as text: the address, or `2001:db8:1:2::/64` (RFC 4862), in which it may
    /// use another address for every request.
    public String host() {
        return bits == 32 ? text() : prefix(64).text() + "/64";
    }

    /// The network of one customer as text: `203.0.113.0/24`, or `2001:db8:1::/48` (RFC 6177 2).
    public String network() {
        int length = bits == 32 ? 24 : 48;
        return prefix(length).text() + "/" + length;
    }

    /// The address with all bits after the first `length` set to 0.
    IpAddress prefix(int length) {
        return new IpAddress(bits, high & mask(length), low & mask(length - 64));
    }

    /// The address as `InetAddress`; resolves nothing.
    InetAddress inet() {
        byte[] octets = new byte[bits / 8];
        for (int place = 0; place < octets.length; place++) {
            octets[place] = (byte) ((place < 8 ? high : low) >>> (56 - place % 8 * 8));
        }
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 octets are an address", impossible);
        }
    }

    @Override
    public String toString() {
        return bits == 32 ? "ipv4 address" : "ipv6 address";
    }

    private static long mask(int length) {
        if (length <= 0) {
            return 0;
        }
        return length >= 64 ? -1L : -1L << (64 - length);
    }

    private String dotted() {
        return (high >>> 56)
                + "."
                + (high >>> 48 & 0xff)
                + "."
                + (high >>> 40 & 0xff)
                + "."
                + (high >>> 32 & 0xff);
    }

    private String coloned() {
        int[] gap = longestGap();
        StringBuilder text = new StringBuilder(39);
        for (int place = 0; place < GROUPS; place++) {
            if (place == gap[0]) {
                text.append("::");
                place += gap[1] - 1;
                continue;
            }
            if (place > 0 && place != gap[0] + gap[1]) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(place)));
        }
        return text.toString();
    }

    // Where the first of the longest runs of two or more zero groups starts, and its length (RFC
    // 5952 4.2).
    private int[] longestGap() {
        int[] gap = {GROUPS + 1, 1};
        int run = 0;
        for (int place = 0; place < GROUPS; place++) {
            run = group(place) == 0 ? run + 1 : 0;
            if (run > gap[1]) {
                gap = new int[] {place - run + 1, run};
            }
        }
        return gap;
    }

    private int group(int place) {
        return (int) ((place < 4 ? high : low) >>> (48 - place % 4 * 16)) & 0xffff;
    }
}
