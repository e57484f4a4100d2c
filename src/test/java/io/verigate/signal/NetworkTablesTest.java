package io.verigate.signal;

import static io.verigate.signal.IpAddressTest.ip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.signal.NetworkTables.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTablesTest {
    private static final Origin UNKNOWN = new Origin("", 0);

    @TempDir Path folder;

    @Test
    void knowsNothingWithoutAFile() throws IOException {
        try (NetworkTables tables = NetworkTables.open(List.of())) {
            assertThat(tables.origin(ip("203.0.113.9"))).isEqualTo(UNKNOWN);
        }
    }

    /// Where well-known services of public bodies stand.
    @ParameterizedTest
    @CsvSource({
        "193.0.6.139, NL",
        "133.11.0.1, JP",
        "200.160.2.3, BR",
        "196.25.1.1, ZA",
        "2001:67c:2e8:22::c100:68b, NL",
        "127.0.0.1, ''",
        "10.1.2.3, ''",
        "203.0.113.9, ''",
        "198.51.100.7, ''",
        "192.0.2.1, ''",
        "2001:db8:1::1, ''",
    })
    void theTableThatShipsKnowsCountries(String address, String country) throws IOException {
        try (NetworkTables tables = NetworkTables.besideShipped(List.of())) {
            assertThat(tables.origin(ip(address))).isEqualTo(new Origin(country, 0));
        }
    }

    @Test
    void ownTablesComeBeforeTheOneThatShips() throws IOException {
        Path file =
                written(
                        new MmdbFile(4)
                                .add("193.0.6.0", 24, Map.of("country_code", "FR"))
                                .add("133.11.0.0", 16, Map.of("asn", "AS64500")));
        try (NetworkTables tables = NetworkTables.besideShipped(List.of(file))) {
            assertThat(tables.origin(ip("193.0.6.139"))).isEqualTo(new Origin("FR", 0));
            assertThat(tables.origin(ip("133.11.0.1"))).isEqualTo(new Origin("JP", 64500));
        }
    }

    @Test
    void readsTheFieldNamesOfEveryKnownKindOfFile() throws IOException {
        Path file =
                written(
                        new MmdbFile(6)
                                .add("1.0.0.0", 8, Map.of("country", Map.of("iso_code", "AU")))
                                .add("2.0.0.0", 8, Map.of("country_code", "FR"))
                                .add("3.0.0.0", 8, Map.of("country", "US", "asn", "AS64500"))
                                .add(
                                        "4.0.0.0",
                                        8,
                                        Map.of("autonomous_system_number", 4_200_000_000L))
                                .add("2001:db8::", 32, Map.of("country_code", "DE")));
        try (NetworkTables tables = NetworkTables.open(List.of(file))) {
            assertThat(tables.origin(ip("1.2.3.4"))).isEqualTo(new Origin("AU", 0));
            assertThat(tables.origin(ip("2.2.3.4"))).isEqualTo(new Origin("FR", 0));
            assertThat(tables.origin(ip("3.2.3.4"))).isEqualTo(new Origin("US", 64500));
            assertThat(tables.origin(ip("4.2.3.4"))).isEqualTo(new Origin("", 4_200_000_000L));
            assertThat(tables.origin(ip("2001:db8::1"))).isEqualTo(new Origin("DE", 0));
            assertThat(tables.origin(ip("5.2.3.4"))).isEqualTo(UNKNOWN);
            assertThat(tables.origin(ip("2001:db9::1"))).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void whatIsNoCountryOrSystemIsNotKnown() throws IOException {
        Path file =
                written(
                        new MmdbFile(4)
                                .add("1.0.0.0", 8, Map.of("country_code", "None", "asn", "none"))
                                .add("2.0.0.0", 8, Map.of("country_code", "ZZ"))
                                .add("3.0.0.0", 8, Map.of("country", Map.of(), "asn", Map.of()))
                                .add("4.0.0.0", 8, Map.of()));
        try (NetworkTables tables = NetworkTables.open(List.of(file))) {
            for (String address :
                    List.of("1.2.3.4", "2.2.3.4", "3.2.3.4", "4.2.3.4", "2001:db8::1")) {
                assertThat(tables.origin(ip(address))).isEqualTo(UNKNOWN);
            }
        }
    }

    @Test
    void firstFileThatKnowsWins() throws IOException {
        Path first = written(new MmdbFile(4).add("1.0.0.0", 8, Map.of("country_code", "AU")));
        Path second =
                written(
                        new MmdbFile(4)
                                .add("1.0.0.0", 8, Map.of("country_code", "NZ", "asn", "AS64500")));
        try (NetworkTables tables = NetworkTables.open(List.of(first, second))) {
            assertThat(tables.origin(ip("1.2.3.4"))).isEqualTo(new Origin("AU", 64500));
        }
    }

    @Test
    void failsOpenWhenARecordIsDamaged() throws IOException {
        Path file = written(new MmdbFile(4).add("1.0.0.0", 8, Map.of("country_code", "AU")));
        byte[] octets = Files.readAllBytes(file);
        octets[8 * 6 + 16] = (byte) 0xff;
        Files.write(file, octets);
        try (NetworkTables tables = NetworkTables.open(List.of(file))) {
            assertThat(tables.origin(ip("1.2.3.4"))).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void survivesAFileThatIsCutShortWhileOpen() throws IOException {
        Path file = written(new MmdbFile(4).add("1.0.0.0", 8, Map.of("country_code", "AU")));
        try (NetworkTables tables = NetworkTables.open(List.of(file))) {
            Files.write(file, new byte[0]);
            assertThat(tables.origin(ip("1.2.3.4"))).isEqualTo(new Origin("AU", 0));
        }
    }

    @Test
    void namesTheFileThatCannotBeRead() throws IOException {
        Path good = written(new MmdbFile(4).add("1.0.0.0", 8, Map.of("country_code", "AU")));
        Path text = Files.writeString(folder.resolve("text.mmdb"), "not a table");
        Path empty = Files.writeString(folder.resolve("empty.mmdb"), "");
        for (Path wrong : List.of(text, empty, folder.resolve("missing.mmdb"), folder)) {
            assertThatThrownBy(() -> NetworkTables.open(List.of(good, wrong)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("`" + wrong + "`");
        }
    }

    private Path written(MmdbFile content) throws IOException {
        Path file = Files.createTempFile(folder, "table", ".mmdb");
        content.write(file);
        return file;
    }
}
