package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
    private final Addresses addresses = new Addresses(Domains.NONE);

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9, 203.0.113.0/24",
        "0.0.0.0, 0.0.0.0, 0.0.0.0/24",
        "255.255.255.255, 255.255.255.255, 255.255.255.0/24",
        "::ffff:203.0.113.9, 203.0.113.9, 203.0.113.0/24",
        "::FFFF:CB00:7109, 203.0.113.9, 203.0.113.0/24",
        "0:0:0:0:0:ffff:203.0.113.9, 203.0.113.9, 203.0.113.0/24",
        "2001:DB8:0001:2::00A, 2001:db8:1:2::a, 2001:db8:1::/48",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, 2001:db8::/48",
        "2001:db8:1:1:1:1:0:1, 2001:db8:1:1:1:1:0:1, 2001:db8:1::/48",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1, 2001::/48",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, 1:2:3::/48",
        "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::, 1:2:3::/48",
        "::, ::, ::/48",
        "::1, ::1, ::/48",
        "1::, 1::, 1::/48",
        "64:ff9b::203.0.113.9, 64:ff9b::cb00:7109, 64:ff9b::/48",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff::/48",
    })
    void oneAddressHasOneTextAndOneNetwork(String written, String text, String network) {
        IpAddress ip = ip(written);

        assertThat(ip.text()).isEqualTo(text);
        assertThat(ip.network()).isEqualTo(network);
        assertThat(ip(text)).isEqualTo(ip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "010.0.0.1",
                "10.0.0.01",
                "0x7f.0.0.1",
                "2130706433",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.4 ",
                "1.2.3.4\n",
                "1.2.3.4:80",
                "1.2.3.4/24",
                "١.2.3.4",
                "localhost",
                "example.com",
                "face.b00c",
                "[::1]",
                "[2001:db8::1]:443",
                "fe80::1%eth0",
                "fe80::1%1",
                "fe80::1%25eth0",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "g::1",
                "::ffff:010.0.0.1",
                "::ffff:1.2.3",
                "::1.2.3.4:5",
                "1.2.3.4::",
            })
    void faultDoesNotRepeatWhatWasWritten(String written) {
        assertThat(addresses.ip(written))
                .isEqualTo(
                        new ParseResult.Invalid<>(
                                "must be an IP address such as `203.0.113.9` or `2001:db8::1`,"
                                        + " without zone or port"));
    }

    @Test
    void hugeTextCostsNothing() {
        String huge = "1:".repeat(5_000_000);

        assertThat(Assertions.assertTimeout(Duration.ofMillis(50), () -> addresses.ip(huge)))
                .isInstanceOf(ParseResult.Invalid.class);
    }

    @Test
    void agreesWithTheJdkOnAnyAddress() throws UnknownHostException {
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = new byte[round % 2 == 0 ? 4 : 16];
            for (int place = 0; place < octets.length; place++) {
                octets[place] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
            }
            InetAddress expected = InetAddress.getByAddress(octets);

            IpAddress ip = ip(expected.getHostAddress());
            assertThat(ip.inet()).isEqualTo(expected);
            assertThat(ip(ip.text())).isEqualTo(ip);
            assertThat(InetAddress.ofLiteral(ip.text())).isEqualTo(expected);
        }
    }

    @Test
    void showsNoAddress() {
        assertThat(addresses.ip("203.0.113.9").toString()).isEqualTo("Valid[value=ipv4 address]");
        assertThat(addresses.ip("2001:db8::1").toString()).isEqualTo("Valid[value=ipv6 address]");
    }

    @Test
    void refusesBitsThatItsFamilyHasNot() {
        for (IpAddress low : List.of(ip("::1"), ip("0:0:0:1::"))) {
            assertThatThrownBy(() -> new IpAddress(32, low.high(), low.low()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    static IpAddress ip(String written) {
        return ((ParseResult.Valid<IpAddress>) IpParser.parse(written)).value();
    }
}
