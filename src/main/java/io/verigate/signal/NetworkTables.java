package io.verigate.signal;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks up the country and the autonomous system of an address in MMDB files. Thread-safe.
///
/// The files are read into memory: replacing or truncating one while the service runs has no effect until
/// the next start. Supports the field names of GeoLite2, ip-location-db and IPinfo.
public final class NetworkTables implements Closeable {
    private static final Origin UNKNOWN = new Origin("", 0);

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final String SHIPPED = "/networks/countries.mmdb";

    /// Addresses reserved for documentation and tests have no country (RFC 5737, RFC 3849, RFC 2544).
    private static final NetworkList RESERVED =
            NetworkList.of(
                    List.of(
                            "192.0.2.0/24",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "2001:db8::/32"));

    private final List<Reader> readers;
    private final @Nullable Reader shipped;

    private NetworkTables(List<Reader> readers, @Nullable Reader shipped) {
        this.readers = List.copyOf(readers);
        this.shipped = shipped;
    }

    /// The origin of an address.
    ///
    /// @param country ISO 3166-1 alpha-2; empty when unknown
    /// @param asn number of the autonomous system; 0 when unknown
    record Origin(String country, long asn) {}

    /// Without files: country and autonomous system are unknown.
    public static NetworkTables none() {
        return new NetworkTables(List.of(), null);
    }

    /// Opens the files; without any, country and autonomous system are unknown.
    ///
    /// @param files the first one that knows a value wins
    /// @throws IOException when a file cannot be read or is not in the format; the message names it
    public static NetworkTables open(List<Path> files) throws IOException {
        List<Reader> readers = new ArrayList<>();
        for (Path file : files) {
            try {
                readers.add(new Reader(file.toFile(), FileMode.MEMORY, new CHMCache()));
            } catch (IOException unreadable) {
                new NetworkTables(readers, null).close();
                throw new IOException(
                        "`" + file + "` is not a readable MMDB file; check its path and format",
                        unreadable);
            }
        }
        return new NetworkTables(readers, null);
    }

    /// Opens the files, with the bundled country table as fallback. It is built from the
    /// statistics of the regional registries (NRO, CC BY 4.0).
    ///
    /// @throws IOException when a file cannot be read or is not in the format; the message names it
    public static NetworkTables besideShipped(List<Path> files) throws IOException {
        NetworkTables own = open(files);
        try (InputStream in = NetworkTables.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException("`" + SHIPPED + "` is missing; rebuild the service");
            }
            return new NetworkTables(own.readers, new Reader(in, new CHMCache()));
        }
    }

    /// Looks up an address; fails open: a damaged record counts as unknown.
    Origin origin(IpAddress ip) {
        Origin origin = UNKNOWN;
        for (Reader reader : readers) {
            Optional<Origin> found = record(reader, ip).map(NetworkTables::origin);
            if (found.isPresent()) {
                origin = merged(origin, found.get());
            }
        }
        return origin.country().isEmpty() ? merged(origin, shippedOrigin(ip)) : origin;
    }

    private Origin shippedOrigin(IpAddress ip) {
        return shipped == null || RESERVED.holds(ip, 0)
                ? UNKNOWN
                : record(shipped, ip).map(NetworkTables::origin).orElse(UNKNOWN);
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : readers) {
            reader.close();
        }
        if (shipped != null) {
            shipped.close();
        }
    }

    private static Optional<Map<?, ?>> record(Reader reader, IpAddress ip) {
        if (ip.bits() == 128 && reader.getMetadata().ipVersion() == 4) {
            return Optional.empty();
        }
        try {
            @Nullable Map<?, ?> record = reader.get(ip.inet(), Map.class);
            return Optional.ofNullable(record);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Origin merged(Origin first, Origin second) {
        return new Origin(
                first.country().isEmpty() ? second.country() : first.country(),
                first.asn() == 0 ? second.asn() : first.asn());
    }

    private static Origin origin(Map<?, ?> record) {
        Object country = record.get("country");
        if (country instanceof Map<?, ?> nested) {
            country = nested.get("iso_code");
        }
        Object code = record.get("country_code");
        return new Origin(country(code == null ? country : code), asn(record));
    }

    // Two capital letters, except ZZ for "unknown" (user-assigned in
    // ISO 3166-1 8.1.3).
    private static String country(@Nullable Object value) {
        return value instanceof String text && COUNTRY.matcher(text).matches() && !text.equals("ZZ")
                ? text
                : "";
    }

    private static long asn(Map<?, ?> record) {
        Object value = record.get("autonomous_system_number");
        if (value == null) {
            value = record.get("asn");
        }
        return switch (value) {
            case Number number -> number.longValue();
            case String text when text.matches("AS[1-9][0-9]{0,9}") ->
                    Long.parseLong(text.substring(2));
            case null, default -> 0;
        };
    }
}
