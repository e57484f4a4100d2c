package io.verigate.signal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes small files in the MMDB format (MaxMind DB file format specification 2.0), for tests.
///
/// One record per prefix, tree records of 24 bits, prefixes must not overlap.
final class MmdbFile {
    private static final int EMPTY = -1;

    private final int version;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /// @param version 4, or 6, where IPv4 addresses lie below `::/96`
    MmdbFile(int version) {
        this.version = version;
        nodes.add(new int[] {EMPTY, EMPTY});
    }

    /// Adds a record for a prefix.
    MmdbFile add(String first, int length, Map<String, ?> value) {
        IpAddress ip = IpAddressTest.ip(first);
        int skipped = version == 6 && ip.bits() == 32 ? 96 : 0;
        int node = 0;
        for (int bit = 0; bit < skipped + length - 1; bit++) {
            int side = bit < skipped ? 0 : bit(ip, bit - skipped);
            if (nodes.get(node)[side] == EMPTY) {
                nodes.get(node)[side] = nodes.size();
                nodes.add(new int[] {EMPTY, EMPTY});
            }
            node = nodes.get(node)[side];
        }
        // Below -1: the place in the data, told apart from a node until their number is known.
        nodes.get(node)[bit(ip, length - 1)] = -2 - values.size();
        values.writeBytes(encoded(value));
        return this;
    }

    /// Writes the file.
    void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            out.writeBytes(record(node[0]));
            out.writeBytes(record(node[1]));
        }
        out.writeBytes(new byte[16]);
        out.writeBytes(values.toByteArray());
        out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(
                encoded(
                        Map.of(
                                "node_count",
                                (long) nodes.size(),
                                "record_size",
                                24,
                                "ip_version",
                                version,
                                "database_type",
                                "Test",
                                "languages",
                                List.of(),
                                "binary_format_major_version",
                                2,
                                "binary_format_minor_version",
                                0,
                                "build_epoch",
                                BigInteger.ONE,
                                "description",
                                Map.of())));
        Files.write(file, out.toByteArray());
    }

    private byte[] record(int target) {
        int number =
                target >= 0
                        ? target
                        : target == EMPTY ? nodes.size() : nodes.size() + 16 - 2 - target;
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static int bit(IpAddress ip, int place) {
        long half = place < 64 ? ip.high() : ip.low();
        return (int) (half >>> (63 - place % 64)) & 1;
    }

    private static byte[] encoded(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (value) {
            case String text -> {
                out.write(2 << 5 | text.length());
                out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
            case Integer number -> number(out, 5 << 5, number, 2);
            case Long number -> number(out, 6 << 5, number, 4);
            case BigInteger number -> {
                out.write(8);
                out.write(2);
                out.writeBytes(eight(number.longValueExact()));
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(4);
            }
            case Map<?, ?> map -> {
                out.write(7 << 5 | map.size());
                map.forEach((key, held) -> {
                    out.writeBytes(encoded(key));
                    out.writeBytes(encoded(held));
                });
            }
            default -> throw new IllegalArgumentException("cannot be written: " + value.getClass());
        }
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int type, long number, int size) {
        out.write(type | size);
        out.write(eight(number), 8 - size, size);
    }

    private static byte[] eight(long number) {
        byte[] octets = new byte[8];
        for (int place = 0; place < 8; place++) {
            octets[place] = (byte) (number >>> (56 - 8 * place));
        }
        return octets;
    }
}
