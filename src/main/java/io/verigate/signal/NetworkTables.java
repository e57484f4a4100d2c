package io.verigate.signal;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files in the MMDB format that tell the country and the autonomous system of an address. Thread-safe.
///
/// The files are read into memory: one that is replaced or cut short while the service runs harms nothing, and is seen
/// after the next start. Understands the field names of GeoLite2, of ip-location-db and of IPinfo.
public final class NetworkTables implements Closeable {
    private static final Origin UNKNOWN = new Origin("", 0);

    private final List<Reader> readers;

    private NetworkTables(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    /// What is known of an address.
    ///
    /// @param country ISO 3166-1 alpha-2; empty when not known
    /// @param asn number of the autonomous system; 0 when not known
    record Origin(String country, long asn) {}

    /// No files: no country and no autonomous system is known.
    public static NetworkTables none() {
        return new NetworkTables(List.of());
    }

    /// Opens the files; without any, no country and no autonomous system is known.
    ///
    /// @param files where two know the same of an address, the first wins
    /// @throws IOException when a file cannot be read or is not in the format; the message names it
    public static NetworkTables open(List<Path> files) throws IOException {
        List<Reader> readers = new ArrayList<>();
        for (Path file : files) {
            try {
                readers.add(new Reader(file.toFile(), FileMode.MEMORY, new CHMCache()));
            } catch (IOException unreadable) {
                new NetworkTables(readers).close();
                throw new IOException(
                        "`" + file + "` cannot be read as an MMDB file: check its path and format",
                        unreadable);
            }
        }
        return new NetworkTables(readers);
    }

    /// What the files tell of the address; fails open: a damaged record tells nothing.
    Origin origin(IpAddress ip) {
        Origin origin = UNKNOWN;
        for (Reader reader : readers) {
            Optional<Origin> found = record(reader, ip).map(NetworkTables::origin);
            if (found.isPresent()) {
                origin = merged(origin, found.get());
            }
        }
        return origin;
    }

    @Override
    public void close() throws IOException {
        for (Reader reader : readers) {
            reader.close();
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

    // Two capital letters, but not those that stand for "unknown" (ISO 3166-1 8.1.3 leaves ZZ to
    // its users).
    private static String country(@Nullable Object value) {
        return value instanceof String text && text.matches("[A-Z]{2}") && !text.equals("ZZ")
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
