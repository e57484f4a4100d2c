package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the numbering plans tell of one number in E.164 form.
///
/// @param region ISO 3166-1; empty for a number of no region
/// @param type `UNKNOWN` when the number fits no plan
/// @param carrier whom its range was first given to, since numbers move to other carriers and keep it; empty when not
///     known
record NumberingPlanEntry(String number, String region, PhoneNumberType type, String carrier) {
    /// What libphonenumber calls the region of a dial code that nobody has.
    private static final String NOWHERE = "ZZ";

    /// What libphonenumber calls the region of numbers that belong to the whole world (UN M.49).
    private static final String WORLD = "001";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToCarrierMapper CARRIERS =
            PhoneNumberToCarrierMapper.getInstance();

    // A number is asked for two or three times within one request, and finding its kind of line
    // tries a dozen patterns. Racy on purpose: entries are immutable, and one that is lost is made
    // again.
    private static final @Nullable NumberingPlanEntry[] RECENT = new NumberingPlanEntry[1 << 10];

    /// What is known of a number.
    ///
    /// @param e164 `+` and 2 to 15 digits
    static NumberingPlanEntry of(String e164) {
        int place = e164.hashCode() * 0x9E3779B9 >>> 22;
        NumberingPlanEntry recent = RECENT[place];
        if (recent == null || !recent.number.equals(e164)) {
            recent = look(e164);
            RECENT[place] = recent;
        }
        return recent;
    }

    private static NumberingPlanEntry look(String e164) {
        return SplitNumber.of(e164)
                .map(number -> {
                    PhoneNumberType type = NUMBERS.getNumberType(number);
                    return new NumberingPlanEntry(
                            e164, region(number), type, carrier(number, type));
                })
                .orElseGet(() -> new NumberingPlanEntry(e164, "", PhoneNumberType.UNKNOWN, ""));
    }

    /// The mapper knows carriers of mobile numbers only, and would find the type once more to know whether this is one.
    private static String carrier(Phonenumber.PhoneNumber number, PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PAGER ->
                    CARRIERS.getNameForValidNumber(number, Locale.ENGLISH);
            default -> "";
        };
    }

    private static String region(Phonenumber.PhoneNumber number) {
        @Nullable String region = NUMBERS.getRegionCodeForNumber(number);
        if (region == null) {
            // A number outside the plan, or newer than it: the main region of its dial code is the
            // best that is known.
            region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
        }
        return region.equals(WORLD) || region.equals(NOWHERE) ? "" : region;
    }

    @Override
    public String toString() {
        return type + " of " + region;
    }
}
