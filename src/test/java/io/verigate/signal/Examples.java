package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Real example numbers, as libphonenumber ships them.
final class Examples {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Examples() {}

    /// One example.
    ///
    /// @param region that the numbering plan gives it as an example of; `001` for the whole world
    record Example(String region, PhoneNumberType type, Phonenumber.PhoneNumber number) {
        /// The number in E.164 form.
        String e164() {
            return NUMBERS.format(number, PhoneNumberFormat.E164);
        }
    }

    /// One example for each region and each kind of line that it has, then one for each code of the whole world.
    static Stream<Example> all() {
        Stream<Example> regions =
                new TreeSet<>(NUMBERS.getSupportedRegions())
                        .stream()
                                .flatMap(region ->
                                        Arrays.stream(PhoneNumberType.values())
                                                .map(type -> of(region, type)));
        Stream<Example> world =
                new TreeSet<>(NUMBERS.getSupportedGlobalNetworkCallingCodes())
                        .stream().map(Examples::ofWorld);
        return Stream.concat(regions, world).filter(example -> Objects.nonNull(example.number()));
    }

    private static Example of(String region, PhoneNumberType type) {
        // For this type the library hands out a fixed-line example even where both kinds can be
        // told apart.
        boolean asked =
                type != PhoneNumberType.UNKNOWN && type != PhoneNumberType.FIXED_LINE_OR_MOBILE;
        return new Example(
                region, type, asked ? NUMBERS.getExampleNumberForType(region, type) : null);
    }

    private static Example ofWorld(int code) {
        Phonenumber.PhoneNumber number = NUMBERS.getExampleNumberForNonGeoEntity(code);
        return new Example("001", NUMBERS.getNumberType(number), number);
    }
}
