package io.verigate.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.verigate.decision.LineType;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.WireEnum;
import io.verigate.signal.Examples.Example;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberingPlanTest {
    static final List<Example> EXAMPLES = Examples.all().toList();

    private static final NumberingPlan PLAN = new NumberingPlan(List.of());

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void exampleIsValidAndOfItsKind(Example example) {
        PhoneSignals signals = signals(example.e164());

        assertThat(signals.valid()).isTrue();
        assertThat(signals.lineType().name())
                .isIn(example.type().name(), PhoneNumberType.FIXED_LINE_OR_MOBILE.name());
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void exampleBelongsToItsRegionOrToOneThatItCannotBeToldFrom(Example example) {
        String region = signals(example.e164()).region();
        if (example.region().equals("001")) {
            assertThat(region).isEmpty();
            return;
        }
        int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(example.region());

        assertThat(region).isIn(PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(code));
        assertThat(PLAN.isForeign(new PhoneNumber(example.e164()), region, example.region()))
                .isFalse();
    }

    /// Regions whose own mobile numbers are reported as another's; a change of the library shows here.
    @Test
    void mobileNumbersOfNineRegionsAreReportedAsTheirNeighbours() {
        Stream<String> elsewhere =
                EXAMPLES.stream()
                        .filter(it ->
                                it.type() == PhoneNumberType.MOBILE && !it.region().equals("001"))
                        .filter(it -> !signals(it.e164()).region().equals(it.region()))
                        .map(it -> it.region() + ">" + signals(it.e164()).region());

        assertThat(elsewhere)
                .containsExactly(
                        "AX>FI", "BL>GP", "CC>AU", "CX>AU", "EH>MA", "IM>GB", "MF>GP", "SJ>NO",
                        "VA>IT");
    }

    @ParameterizedTest
    @CsvSource({
        "+12015550123, US, FIXED_LINE_OR_MOBILE",
        "+15062345678, CA, FIXED_LINE_OR_MOBILE",
        "+18762101234, JM, MOBILE",
        "+17215205678, SX, MOBILE",
        "+447400123456, GB, MOBILE",
        "+447797712345, JE, MOBILE",
        "+77710009998, KZ, MOBILE",
        "+79123456789, RU, MOBILE",
        "+262639012345, YT, MOBILE",
        "+262692123456, RE, MOBILE",
        "+38343201234, XK, MOBILE",
        "+2908999, TA, FIXED_LINE",
        "+445612345678, GB, VOIP",
        "+80012345678, '', TOLL_FREE",
        "+883510012345, '', VOIP",
    })
    void sharedCodesAreToldApart(String e164, String region, LineType type) {
        PhoneSignals signals = signals(e164);

        assertThat(signals.region()).isEqualTo(region);
        assertThat(signals.lineType()).isEqualTo(type);
        assertThat(signals.valid()).isTrue();
        assertThat(signals.range()).isEqualTo(e164.substring(0, e164.length() - 2));
    }

    @ParameterizedTest
    @CsvSource({
        "+999123456789, ''",
        "+12, US",
        "+12001234567, US",
        "+4912, DE",
        "+93111111111, AF"
    })
    void whatFitsNoPlanIsNotValid(String e164, String region) {
        PhoneSignals signals = signals(e164);

        assertThat(signals.valid()).isFalse();
        assertThat(signals.lineType()).isEqualTo(LineType.UNKNOWN);
        assertThat(signals.region()).isEqualTo(region);
    }

    @Test
    void longestPrefixWinsOverThePlanAndTheCallerOverBoth() {
        NumberingPlan plan =
                new NumberingPlan(List.of("+447 voip", "+4474001  pager", " +44740 mobile"));

        assertThat(plan.signals(new PhoneNumber("+447400123456"), Signals.NONE).lineType())
                .isEqualTo(LineType.PAGER);
        assertThat(plan.signals(new PhoneNumber("+447400223456"), Signals.NONE).lineType())
                .isEqualTo(LineType.MOBILE);
        assertThat(plan.signals(new PhoneNumber("+447500123456"), Signals.NONE).lineType())
                .isEqualTo(LineType.VOIP);
        assertThat(plan.signals(new PhoneNumber("+442079460000"), Signals.NONE).lineType())
                .isEqualTo(LineType.FIXED_LINE);
        assertThat(plan.signals(new PhoneNumber("+447500123456"), told(LineType.UAN)).lineType())
                .isEqualTo(LineType.UAN);
    }

    @Test
    void callerAndPrefixCannotMakeANumberValid() {
        PhoneNumber number = new PhoneNumber("+93111111111");

        assertThat(PLAN.signals(number, told(LineType.MOBILE)).valid()).isFalse();
        assertThat(new NumberingPlan(List.of("+93 mobile")).signals(number, Signals.NONE).valid())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+44",
                "44 voip",
                "+44voip",
                "+44 VOIP",
                "+44 phone",
                "+44 unknown",
                "+0 voip",
                "+44x voip"
            })
    void namesThePrefixEntryThatCannotBeRead(String entry) {
        assertThatThrownBy(() -> new NumberingPlan(List.of("+1 mobile", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`" + entry + "`");
    }

    @Test
    void namesThePrefixThatIsListedTwice() {
        assertThatThrownBy(() -> new NumberingPlan(List.of("+44 mobile", "+44 voip")))
                .hasMessageContaining("+44 voip");
        assertThat(new NumberingPlan(List.of("+44 voip", "+44 voip"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "+447400123456, GB, GB, false",
        "+447400123456, GB, FR, true",
        "+447400123456, '', FR, false",
        "+447400123456, GB, '', false",
        "+447400123456, GB, AQ, true",
        "+358412345678, FI, AX, false",
        "+393123456789, IT, VA, false",
        "+390612345678, IT, VA, true",
        "+18002345678, US, JM, false",
        "+12015550123, US, CA, true",
        "+79123456789, RU, KZ, true",
    })
    void foreignMeansSurelyForeign(String e164, String region, String country, boolean foreign) {
        assertThat(PLAN.isForeign(new PhoneNumber(e164), region, country)).isEqualTo(foreign);
    }

    /// The fast way from text to number gives what the library's own parser gives.
    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void exampleIsSplitAsTheLibraryParsesIt(Example example) {
        assertThat(PhoneNumberParts.of(new PhoneNumber(example.e164()))).contains(example.number());
    }

    @Test
    void splitsWhatIsLittleMoreThanACountryCode() {
        assertThat(PhoneNumberParts.of(new PhoneNumber("+44"))).isEmpty();
        assertThat(PhoneNumberParts.of(new PhoneNumber("+21"))).isEmpty();
        assertThat(
                        PhoneNumberParts.of(new PhoneNumber("+3900"))
                                .orElseThrow()
                                .getNumberOfLeadingZeros())
                .isEqualTo(1);
        assertThat(signals("+44"))
                .isEqualTo(new PhoneSignals("", LineType.UNKNOWN, false, "", false, "+"));
    }

    @Test
    void loadsAllPlans() {
        assertThatCode(PLAN::load).doesNotThrowAnyException();
    }

    @Test
    void everyKindOfLineHasItsWord() {
        for (PhoneNumberType type : PhoneNumberType.values()) {
            assertThat(WireEnum.parse(LineType.class, LineType.valueOf(type.name()).wireName()))
                    .isPresent();
        }
        assertThat(Set.of(LineType.values())).hasSameSizeAs(PhoneNumberType.values());
    }

    @Test
    void signalsShowNoNumber() {
        assertThat(signals("+447400123456").toString())
                .isEqualTo("phone(region `GB`, mobile, valid)");
        assertThat(PhoneSignals.NONE.toString()).isEqualTo("phone(region ``, unknown, not valid)");
    }

    @ParameterizedTest
    @CsvSource({"+447400123456, Three", "+4915112345678, T-Mobile", "+442079460000, ''", "+44, ''"})
    void carrierIsTheOneThatGotTheRange(String e164, String carrier) {
        assertThat(signals(e164).carrier()).isEqualTo(carrier);
    }

    private static Signals told(LineType type) {
        return new Signals(Map.of(Signal.LINE_TYPE, type.wireName()));
    }

    private static PhoneSignals signals(String e164) {
        return PLAN.signals(new PhoneNumber(e164), Signals.NONE);
    }
}
