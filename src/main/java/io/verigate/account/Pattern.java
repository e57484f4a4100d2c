package io.verigate.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The usage pattern of an account: the devices, networks and countries that it succeeded from, each with the time of
/// the latest success. Immutable.
///
/// @param devices by fingerprint
/// @param networks by fingerprint
/// @param countries by ISO 3166-1 code
public record Pattern(
        Map<String, Instant> devices,
        Map<String, Instant> networks,
        Map<String, Instant> countries) {
    /// Nothing is known yet.
    public static final Pattern EMPTY = new Pattern(Map.of(), Map.of(), Map.of());

    /// The maximum number of each; the least recently seen one is dropped.
    public static final int MAX = 20;

    public Pattern {
        devices = Map.copyOf(devices);
        networks = Map.copyOf(networks);
        countries = Map.copyOf(countries);
    }

    /// Whether nothing is known, so that nothing can be new.
    public boolean isEmpty() {
        return devices.isEmpty() && networks.isEmpty() && countries.isEmpty();
    }

    /// The pattern after one more success.
    ///
    /// @param device empty when unknown
    /// @param network empty when unknown
    /// @param country empty when unknown
    public Pattern with(String device, String network, String country, Instant at) {
        return new Pattern(
                add(devices, device, at), add(networks, network, at), add(countries, country, at));
    }

    /// When the account last succeeded from a country other than this one.
    public Optional<Instant> lastOtherCountry(String country) {
        return countries.entrySet().stream()
                .filter(seen -> !seen.getKey().equals(country))
                .map(Map.Entry::getValue)
                .max(Instant::compareTo);
    }

    private static Map<String, Instant> add(Map<String, Instant> seen, String name, Instant at) {
        if (name.isEmpty()) {
            return seen;
        }
        Map<String, Instant> next = new LinkedHashMap<>(seen);
        next.merge(name, at, (old, now) -> old.isAfter(now) ? old : now);
        if (next.size() > MAX) {
            next.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(next::remove);
        }
        return next;
    }
}
