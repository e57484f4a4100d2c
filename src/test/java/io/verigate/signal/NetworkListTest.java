package io.verigate.signal;

import static io.verigate.signal.IpAddressTest.ip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkListTest {
    private final NetworkList list =
            NetworkList.of(
                    List.of(
                            "203.0.113.0/24",
                            "198.51.100.64/27",
                            "192.0.2.7",
                            "2001:db8::/44",
                            "2001:db8:20::9",
                            "AS64500"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0, true",
        "203.0.113.255, true",
        "203.0.114.0, false",
        "198.51.100.63, false",
        "198.51.100.64, true",
        "198.51.100.95, true",
        "198.51.100.96, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "2001:db8:f:ffff::1, true",
        "2001:db8:10::1, false",
        "2001:db8:20::9, true",
        "2001:db8:20::a, false",
    })
    void holdsWhatLiesInAPrefix(String address, boolean held) {
        assertThat(list.holds(ip(address), 0)).isEqualTo(held);
    }

    @Test
    void holdsWhatBelongsToASystem() {
        NetworkList systems = NetworkList.of(List.of("AS64500", "AS4200000000"));

        assertThat(systems.holds(null, 64500)).isTrue();
        assertThat(systems.holds(null, 4_200_000_000L)).isTrue();
        assertThat(systems.holds(ip("203.0.113.9"), 64501)).isFalse();
        assertThat(systems.holds(null, 0)).isFalse();
    }

    @Test
    void everyAddressLiesInThePrefixWithoutLength() {
        NetworkList four = NetworkList.of(List.of("0.0.0.0/0"));

        assertThat(four.holds(ip("203.0.113.9"), 0)).isTrue();
        assertThat(four.holds(ip("::1"), 0)).isFalse();
        assertThat(NetworkList.NONE.holds(ip("203.0.113.9"), 64500)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "64500",
                "AS0",
                "AS64500x",
                "as64500",
                "203.0.113.9/24",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113.0/",
                "203.0.113.0/-1",
                "203.0.113/24",
                "2001:db8::1/32",
                "2001:db8::/129",
                "::ffff:203.0.113.0/120",
                "example.com",
            })
    void namesTheEntryThatCannotBeRead(String entry) {
        assertThatThrownBy(() -> NetworkList.of(List.of("AS64500", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`" + entry + "`");
    }
}
