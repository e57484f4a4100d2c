package io.verigate.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A list of networks, by prefix or by autonomous system. Immutable and thread-safe.
public final class NetworkList {
    /// No network.
    public static final NetworkList NONE = new NetworkList(Set.of(), Set.of());

    private static final Pattern SYSTEM = Pattern.compile("AS([1-9][0-9]{0,9})");
    private static final Pattern PREFIX = Pattern.compile("([^/]+)/(0|[1-9][0-9]{0,2})");

    private final Set<Prefix> prefixes;
    private final List<Integer> lengths;
    private final Set<Long> systems;

    private NetworkList(Set<Prefix> prefixes, Set<Long> systems) {
        this.prefixes = Set.copyOf(prefixes);
        this.systems = Set.copyOf(systems);
        Set<Integer> sorted = new TreeSet<>();
        for (Prefix prefix : prefixes) {
            sorted.add(prefix.length());
        }
        lengths = List.copyOf(sorted);
    }

    /// The networks of a policy: `AS64500`, `203.0.113.0/24`, `2001:db8::/32`, or a single address.
    ///
    /// @throws IllegalArgumentException when an entry is invalid; the message names it
    public static NetworkList of(List<String> entries) {
        Set<Prefix> prefixes = new HashSet<>();
        Set<Long> systems = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String entry : entries) {
            Matcher system = SYSTEM.matcher(entry);
            @Nullable Prefix prefix = prefix(entry);
            if (system.matches()) {
                systems.add(Long.valueOf(system.group(1)));
            } else if (prefix != null) {
                prefixes.add(prefix);
            } else {
                wrong.add(entry);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "`"
                            + wrong.getFirst()
                            + "` is not a network; write it like `203.0.113.0/24`, with zeros after the prefix,"
                            + " or as `AS64500`");
        }
        return new NetworkList(prefixes, systems);
    }

    /// Whether a listed prefix contains the address, or the autonomous system is listed.
    ///
    /// @param ip null when unknown
    /// @param asn 0 when unknown
    boolean holds(@Nullable IpAddress ip, long asn) {
        return systems.contains(asn) || ip != null && holds(ip);
    }

    private boolean holds(IpAddress ip) {
        for (int length : lengths) {
            if (length <= ip.bits() && prefixes.contains(new Prefix(ip.prefix(length), length))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Prefix prefix(String entry) {
        Matcher parts = PREFIX.matcher(entry);
        String address = parts.matches() ? parts.group(1) : entry;
        if (!(IpParser.parse(address) instanceof ParseResult.Valid<IpAddress>(IpAddress first))) {
            return null;
        }
        int length = parts.matches() ? Integer.parseInt(parts.group(2)) : first.bits();
        return length <= first.bits() && first.prefix(length).equals(first)
                ? new Prefix(first, length)
                : null;
    }

    private record Prefix(IpAddress first, int length) {}
}
