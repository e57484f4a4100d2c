package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.verigate.decision.Availability;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signals;
import io.verigate.decision.WireEnum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The shipped table of regions, `policies/sms-availability.yaml`.
final class RegionTableTest {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /// What the names of the source mean where its dial code says something else, or more.
    private static final Map<String, Set<String>> MEANT =
            Map.ofEntries(
                    entry("235,\"Central African Republic\"", Set.of("CF")),
                    entry("377,\"San Marino\"", Set.of("SM")),
                    entry("672,\"Timor-Leste\"", Set.of("TL")),
                    entry("690,\"Tonga\"", Set.of("TO")),
                    entry("1876,\"Jamaica\"", Set.of("JM")),
                    entry("1784,\"Saint Vincent and the Grenadines\"", Set.of("VC")),
                    entry("1721,\"Sint Maarten\"", Set.of("SX")),
                    entry("7,\"Russia, Kazakhstan\"", Set.of("RU", "KZ")),
                    entry("212,\"Morocco\"", Set.of("MA")),
                    entry("262,\"Mayotte\"", Set.of("YT")),
                    entry("290,\"Saint Helena\"", Set.of("SH", "TA")),
                    entry("590,\"Guadeloupe\"", Set.of("GP")));

    private static List<Map<String, Object>> rows = List.of();
    private static final Map<String, String> AVAILABILITY = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        String yaml = Files.readString(Path.of("policies/sms-availability.yaml"));
        Map<String, Object> policy =
                map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        Map<String, Object> table = map(map(policy.get("tables")).get("regions"));
        rows = ((List<?>) table.get("rows")).stream().map(RegionTableTest::map).toList();
        for (Map<String, Object> row : rows) {
            AVAILABILITY.put(
                    (String) row.get("phoneRegion"), (String) row.get("regionAvailability"));
        }
    }

    @Test
    void holdsEveryRegionOnceInOrder() {
        Set<String> regions = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        regions.addAll(NUMBERS.getSupportedRegions());

        assertThat(rows)
                .extracting(row -> row.get("phoneRegion"))
                .containsExactlyElementsOf(List.copyOf(regions));
        assertThat(regions).hasSize(249 + 3).contains("XK", "AC", "TA");
    }

    @Test
    void everyRowIsForBothPhoneChannelsWithKnownWords() {
        Map<String, String> reasons =
                Map.of(
                        "available",
                        "",
                        "opt-in",
                        "telephony-fraud",
                        "unavailable",
                        "no-numbering-plan");

        assertThat(rows)
                .allSatisfy(row -> {
                    assertThat(row.get("channel")).isEqualTo(List.of("sms", "voice"));
                    assertThat(row.get("regionAvailability"))
                            .isIn(WireEnum.all(Availability.class));
                    assertThat(row.get("regionReason"))
                            .isEqualTo(reasons.get((String) row.get("regionAvailability")));
                });
    }

    @Test
    void regionsWithoutNumbersAreUnavailable() {
        assertThat(regions("unavailable"))
                .containsExactly("AQ", "BV", "GS", "HM", "PN", "TF", "UM");
        assertThat(NUMBERS.getSupportedRegions())
                .doesNotContainAnyElementsOf(regions("unavailable"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedDialCodeNeedsOptIn(String row) {
        assertThat(meant(row)).isNotEmpty().isSubsetOf(regions("opt-in"));
    }

    @Test
    void nothingElseNeedsOptIn() throws IOException {
        Set<String> meant =
                published().stream()
                        .flatMap(row -> meant(row).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(regions("opt-in")).isEqualTo(meant).hasSize(115);
        assertThat(published()).hasSize(114).containsAll(MEANT.keySet());
    }

    @Test
    void wronglyNumberedAndNeighbouringRegionsStayAvailable() {
        assertThat(regions("available"))
                .contains(
                        "TD", "MC", "TK", "NF", "US", "CA", "GB", "RE", "BL", "MF", "EH", "CW",
                        "AC");
    }

    @Test
    void everyExampleNumberFindsItsRow() {
        NumberingPlan plan = new NumberingPlan(List.of());
        for (String region : NUMBERS.getSupportedRegions()) {
            String e164 =
                    NUMBERS.format(
                            NUMBERS.getExampleNumber(region),
                            PhoneNumberUtil.PhoneNumberFormat.E164);
            assertThat(AVAILABILITY)
                    .containsKey(plan.signals(new PhoneNumber(e164), Signals.NONE).region());
        }
    }

    static List<String> published() throws IOException {
        try (InputStream file =
                RegionTableTest.class.getResourceAsStream("sms-opt-in-dial-codes.csv")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }

    private static Set<String> meant(String row) {
        int dialCode = Integer.parseInt(row.substring(0, row.indexOf(',')));
        return MEANT.getOrDefault(row, Set.copyOf(NUMBERS.getRegionCodesForCountryCode(dialCode)));
    }

    private static Set<String> regions(String availability) {
        return AVAILABILITY.keySet().stream()
                .filter(region -> AVAILABILITY.get(region).equals(availability))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked") // a YAML mapping with text keys
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
