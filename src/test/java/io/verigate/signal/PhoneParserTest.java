package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.verigate.decision.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+447700900123|+447700900123",
                "  +44 7700 900123 |+447700900123",
                "+44 (0)7700-900.123|+447700900123",
                "(+44) 7700 900 123|+447700900123",
                "+44\u00a07700\u2013900\u2011123|+447700900123",
                "+39 06 1234 5678|+390612345678",
                "+1 (201) 555-0123|+12015550123",
                "+800 1234 5678|+80012345678",
            })
    void oneNumberHasOneForm(String written, String e164) {
        assertThat(PhoneParser.parse(written))
                .isEqualTo(new ParseResult.Valid<>(new PhoneNumber(e164)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "++447700900123",
                "+44+7700900123",
                "07700900123",
                "447700900123",
                "00447700900123",
                "+44",
                "+1",
                "+0123456789",
                "+999123456789",
                "+44770090012345",
                "+49111111111111111",
                "+15550123",
                "+44 7700 900123 ext. 5",
                "+44 7700 900123;ext=5",
                "+44 7700 900123#5",
                "tel:+447700900123",
                "+447700900123;phone-context=example.com",
                "+44\u0000" + "7700900123",
                "+447700900123\r\nX: y",
                "+４４7700900123",
                "＋447700900123",
                "+٤٤7700900123",
                "+1800FLOWERS",
                "\u202a+447700900123\u202c",
            })
    void faultDoesNotRepeatWhatWasWritten(String written) {
        assertThat(PhoneParser.parse(written))
                .isInstanceOfSatisfying(
                        ParseResult.Invalid.class,
                        fault -> {
                            assertThat(fault.text()).isNotBlank().doesNotContainPattern("[0-9]{3}");
                            assertThat(fault.toString()).doesNotContain("7700900123");
                        });
    }

    @Test
    void saysWhatToDo() {
        assertThat(fault("07700900123")).contains("international form");
        assertThat(fault("+999123456789")).contains("country code");
        assertThat(fault("+44123")).contains("too short");
        assertThat(fault("+44770090012345")).contains("too long");
        assertThat(fault("+44 x")).contains("only");
    }

    @Test
    void hugeTextCostsNothing() {
        String huge = "+4" + "4 ".repeat(5_000_000);
        assertThat(Assertions.assertTimeout(Duration.ofMillis(50), () -> fault(huge)))
                .contains("too long");
    }

    @Test
    void resultMasks() {
        assertThat(PhoneParser.parse("+447700900123").toString()).doesNotContain("900");
    }

    /// Every example of every region and kind of line: accepted, and not changed by being read again.
    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsReadInEveryForm(
            String region, PhoneNumberType type, Phonenumber.PhoneNumber example) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumber expected = new PhoneNumber(numbers.format(example, PhoneNumberFormat.E164));

        assertThat(PhoneParser.parse(expected.text())).isEqualTo(new ParseResult.Valid<>(expected));
        assertThat(PhoneParser.parse(numbers.format(example, PhoneNumberFormat.INTERNATIONAL)))
                .isEqualTo(new ParseResult.Valid<>(expected));
    }

    static Stream<Arguments> examples() {
        return Examples.all().map(it -> Arguments.of(it.region(), it.type(), it.number()));
    }

    private static String fault(String written) {
        return ((ParseResult.Invalid<PhoneNumber>) PhoneParser.parse(written)).text();
    }

    /// The short way for numbers that are written as they are kept must not lead elsewhere than the long one.
    @Test
    void findsTheSameNumberAsTheWholeParser() throws Exception {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        SplittableRandom random = new SplittableRandom(5);
        List<Integer> codes = List.copyOf(new TreeSet<>(numbers.getSupportedCallingCodes()));
        List<String> texts = new ArrayList<>(Examples.all().map(Examples.Example::e164).toList());
        for (int i = 0; i < 200_000; i++) {
            String any = Long.toString(random.nextLong(1_000, 100_000_000_000L));
            texts.add("+" + codes.get(random.nextInt(codes.size())) + any);
        }
        for (String text : texts) {
            if (PhoneParser.parse(text) instanceof ParseResult.Valid<PhoneNumber> ok) {
                assertThat(ok.value().text())
                        .isEqualTo(
                                numbers.format(numbers.parse(text, null), PhoneNumberFormat.E164));
            }
        }
    }
}
