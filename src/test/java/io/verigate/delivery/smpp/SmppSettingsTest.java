package io.verigate.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmppSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "Contoso, Contoso, ALPHANUMERIC, UNKNOWN",
        "My Bank 24, My Bank 24, ALPHANUMERIC, UNKNOWN",
        "+4915112345678, 4915112345678, INTERNATIONAL, ISDN",
        "12345, 12345, NETWORK_SPECIFIC, UNKNOWN"
    })
    void knowsWhatASourceIs(
            String text, String address, TypeOfNumber type, NumberingPlanIndicator plan) {
        SmppSource source = new SmppSource(text);
        assertThat(source.digitsOrName()).isEqualTo(address);
        assertThat(source.typeOfNumber()).isEqualTo(type);
        assertThat(source.numberingPlan()).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A name that is long",
                "12",
                "123456789012",
                "+0123456789",
                "Bänk",
                "a\nb"
            })
    void refusesOtherSources(String text) {
        assertThatThrownBy(() -> new SmppSource(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, 000000001000000R",
        "PT0.2S, 000000000001000R",
        "PT25H1M2S, 000001010102000R",
        "P30D, 000002000000000R"
    })
    void writesRelativeTimes(Duration left, String written) {
        assertThat(ValidityPeriod.of(left)).isEqualTo(written).hasSize(16);
    }

    @Test
    void hidesThePassword() {
        assertThat(new SmppLogin("us", "secret", "")).asString().doesNotContain("secret");
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(() -> new SmppLogin("", "secret", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmppLogin("us", "secret789", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("secret789");
        assertThatThrownBy(() -> new SmppPace(0, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmppPace(1, 1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new SmppServer(
                                "a b",
                                2775,
                                false,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
