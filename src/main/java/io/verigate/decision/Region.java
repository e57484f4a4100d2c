package io.verigate.decision;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The regions of phone numbers and clients.
public final class Region {
    /// ISO 3166-1 alpha-2, and three that numbering plans and network tables use as well: Ascension Island, Tristan da
    /// Cunha and Kosovo, by codes that ISO reserves or leaves to users.
    public static final List<String> CODES =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("AC", "TA", "XK"))
                    .distinct()
                    .sorted()
                    .toList();

    private Region() {}
}
