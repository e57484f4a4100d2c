package io.verigate.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Locations of countries: the places that the time zone database lists in each (IANA, public domain).
/// Immutable and thread-safe.
///
/// The distance of two countries is that of their nearest places, so that crossing a border by train does not look
/// like a flight: it is a lower bound.
public final class Countries {
    /// The bundled table.
    public static final Countries SHIPPED = shipped();

    /// Mean radius of the earth in kilometres (IUGG).
    private static final double RADIUS = 6371.0088;

    private static final long SECONDS_AN_HOUR = 3_600;
    private static final String NAME = "/networks/countries.tsv";

    private final Map<String, List<Place>> places;

    private Countries(Map<String, List<Place>> places) {
        this.places = places;
    }

    /// A place, in radians.
    private record Place(double latitude, double longitude) {
        /// Along the great circle, in kilometres (haversine formula).
        double distance(Place other) {
            double a =
                    square(Math.sin((other.latitude - latitude) / 2))
                            + Math.cos(latitude)
                                    * Math.cos(other.latitude)
                                    * square(Math.sin((other.longitude - longitude) / 2));
            return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
        }

        private static double square(double value) {
            return value * value;
        }
    }

    /// Minimum speed in km/h to get from one country to the other in this time; 0 when one is unknown or
    /// both are the same.
    ///
    /// @param time less than a second counts as a second
    public long speed(String from, String to, Duration time) {
        return distance(from, to) * SECONDS_AN_HOUR / Math.max(1, time.toSeconds());
    }

    /// Kilometres between the nearest places of two countries; 0 when one is unknown or both are the same.
    long distance(String from, String to) {
        if (from.equals(to)) {
            return 0;
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (Place one : places.getOrDefault(from, List.of())) {
            for (Place other : places.getOrDefault(to, List.of())) {
                nearest = Math.min(nearest, one.distance(other));
            }
        }
        return Double.isInfinite(nearest) ? 0 : Math.round(nearest);
    }

    private static Countries shipped() {
        Map<String, List<Place>> places = new HashMap<>();
        try (InputStream in = Countries.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("`" + NAME + "` is missing; rebuild the service");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row ->
                            places.computeIfAbsent(row[0], code -> new ArrayList<>())
                                    .add(
                                            new Place(
                                                    Math.toRadians(Double.parseDouble(row[1])),
                                                    Math.toRadians(Double.parseDouble(row[2])))));
        } catch (IOException e) {
            throw new UncheckedIOException("`" + NAME + "` cannot be read", e);
        }
        return new Countries(places);
    }
}
