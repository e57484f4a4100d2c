package io.verigate.signal;

import io.verigate.decision.LineType;
import io.verigate.decision.WireEnum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Phone number prefixes whose line type overrides the numbering plan.
final class LinePrefixes {
    private static final Pattern ENTRY = Pattern.compile("\\+([1-9][0-9]{0,14}) +([a-z-]+)");

    // The digits as a number are unique, because E.164 never starts with 0.
    private final Map<Long, LineType> types;

    private LinePrefixes(Map<Long, LineType> types) {
        this.types = Map.copyOf(types);
    }

    static LinePrefixes of(List<String> entries) {
        Map<Long, LineType> types = new HashMap<>();
        for (String entry : entries) {
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "`"
                                + entry
                                + "` is not a prefix with a line type; write it like `+4470 personal-number`");
            }
            LineType type = lineType(entry, parts.group(2));
            LineType other = types.put(Long.valueOf(parts.group(1)), type);
            if (other != null && other != type) {
                throw new IllegalArgumentException(
                        "`" + entry + "` is listed as `" + other.wireName() + "`, too; remove one");
            }
        }
        return new LinePrefixes(types);
    }

    private static LineType lineType(String entry, String word) {
        return WireEnum.parse(LineType.class, word)
                .filter(type -> type != LineType.UNKNOWN)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "`"
                                        + entry
                                        + "` has an unknown line type; use one of "
                                        + WireEnum.all(LineType.class)));
    }

    /// The type of the longest prefix of the number; `UNKNOWN` when none is listed.
    LineType of(String e164) {
        LineType longest = LineType.UNKNOWN;
        if (types.isEmpty()) {
            return longest;
        }
        long prefix = 0;
        for (int at = 1; at < e164.length(); at++) {
            prefix = prefix * 10 + (e164.charAt(at) - '0');
            longest = types.getOrDefault(prefix, longest);
        }
        return longest;
    }
}
