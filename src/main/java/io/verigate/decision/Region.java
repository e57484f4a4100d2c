package io.verigate.decision;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The regions that phone numbers and sources can lie in.
public final class Region {
    /// ISO 3166-1 alpha-2, and what numbering plans and tables of networks know beside it: Ascension Island, Tristan da Cunha
    /// and Kosovo, by codes that ISO reserves or leaves to users.
    public static final List<String> CODES =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("AC", "TA", "XK"))
                    .distinct()
                    .sorted()
                    .toList();

    private Region() {}
}
