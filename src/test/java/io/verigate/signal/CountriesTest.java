package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far and how fast: against distances that anybody can look up.
final class CountriesTest {
    private static final Countries COUNTRIES = Countries.SHIPPED;

    /// Capitals, or the nearest large cities, as the crow flies.
    @ParameterizedTest
    @CsvSource({
        "GB, IE, 464", // London, Dublin
        "FR, GB, 344", // Paris, London
        "JP, KR, 1160", // Tokyo, Seoul
        "IS, NO, 1750", // Reykjavik, Oslo
        "AT, SK, 55", // Vienna, Bratislava
    })
    void distanceIsAlongTheGreatCircle(String one, String other, long kilometres) {
        assertThat(COUNTRIES.distance(one, other)).isBetween(kilometres - 20, kilometres + 20);
        assertThat(COUNTRIES.distance(other, one)).isEqualTo(COUNTRIES.distance(one, other));
    }

    @ParameterizedTest
    @CsvSource({"GB, GB", "GB, ''", "'', GB", "GB, ZZ", "ZZ, GB"})
    void nobodyTravelsWithinACountryOrWhereNoneIsKnown(String one, String other) {
        assertThat(COUNTRIES.speed(one, other, Duration.ofMinutes(1))).isZero();
    }

    @Test
    void speedIsDistanceOverTime() {
        long distance = COUNTRIES.distance("GB", "BR");

        assertThat(COUNTRIES.speed("GB", "BR", Duration.ofHours(1))).isEqualTo(distance);
        assertThat(COUNTRIES.speed("GB", "BR", Duration.ofHours(10))).isEqualTo(distance / 10);
        assertThat(COUNTRIES.speed("GB", "BR", Duration.ZERO)).isEqualTo(distance * 3600);
    }

    /// The time zone database has no place in the two that nobody lives in.
    @Test
    void everyCountryHasItsPlace() {
        for (String country : Locale.getISOCountries()) {
            boolean empty = country.equals("BV") || country.equals("HM");
            String far = country.equals("NZ") || country.equals("PN") ? "ES" : "NZ";
            assertThat(COUNTRIES.distance(country, far) > 0).as(country).isEqualTo(!empty);
        }
    }
}
