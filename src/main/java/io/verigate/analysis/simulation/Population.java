package io.verigate.analysis.simulation;

import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import java.util.List;
import java.util.Map;

/// Where people live: countries with the beginnings of their mobile numbers.
final class Population {
    /// A country.
    ///
    /// @param region ISO 3166-1
    /// @param prefix of its mobile numbers, in international form
    /// @param digits that follow
    record Country(String region, String prefix, int digits) {
        /// One of its numbers.
        PhoneNumber number(long which) {
            long numbers = Math.round(Math.pow(10, digits));
            return new PhoneNumber(
                    prefix + ("%0" + digits + "d").formatted(Math.floorMod(which, numbers)));
        }
    }

    private static final List<Country> COUNTRIES =
            List.of(
                    new Country("GB", "+447400", 6),
                    new Country("DE", "+4915112", 6),
                    new Country("FR", "+336123", 5),
                    new Country("PL", "+485012", 5),
                    new Country("IN", "+919876", 6),
                    new Country("BR", "+55119876", 5));

    /// Where those come from who earn from messages.
    static final Country EXPENSIVE = new Country("TR", "+90532", 7);

    private static final int BYTE = 256;

    private Population() {}

    static Country country(int which) {
        return COUNTRIES.get(Math.floorMod(which, COUNTRIES.size()));
    }

    /// An IP address of a country: addresses of benchmarks (RFC 2544) and private networks (RFC 1918) are nobody's.
    static String ip(int country, int network, int host) {
        return "10.%d.%d.%d"
                .formatted(
                        Math.floorMod(country * 40 + network / BYTE, BYTE),
                        Math.floorMod(network, BYTE),
                        1 + Math.floorMod(host, BYTE - 2));
    }

    /// What a caller tells of a source: its country.
    static Signals in(String region) {
        return new Signals(Map.of(Signal.COUNTRY, region));
    }
}
