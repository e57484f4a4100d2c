package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The entry of the numbering plans for one number in E.164 form.
///
/// @param region ISO 3166-1; empty for a number of no region
/// @param type `UNKNOWN` when the number is not valid in any plan
/// @param carrier the original carrier of its range, which porting does not change; empty when
///     unknown
record NumberingPlanEntry(String number, String region, PhoneNumberType type, String carrier) {
    /// The region code of libphonenumber for unassigned country codes.
    private static final String NOWHERE = "ZZ";

    /// The region code of libphonenumber for numbers of the whole world (UN M.49).
    private static final String WORLD = "001";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToCarrierMapper CARRIERS =
            PhoneNumberToCarrierMapper.getInstance();

    // A request looks up its number two or three times, and finding the line type
    // tries a dozen patterns. Racy on purpose: entries are immutable, and a lost one is created
    // again.
    private static final @Nullable NumberingPlanEntry[] RECENT = new NumberingPlanEntry[1 << 10];

    /// Looks up a number.
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
        return PhoneNumberParts.of(e164)
                .map(number -> {
                    PhoneNumberType type = NUMBERS.getNumberType(number);
                    return new NumberingPlanEntry(
                            e164, region(number), type, carrier(number, type));
                })
                .orElseGet(() -> new NumberingPlanEntry(e164, "", PhoneNumberType.UNKNOWN, ""));
    }

    /// The mapper knows carriers of mobile numbers only, and would derive the type again to check that.
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
            // Outside the plan, or newer: the main region of its country code is the
            // best guess.
            region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
        }
        return region.equals(WORLD) || region.equals(NOWHERE) ? "" : region;
    }

    @Override
    public String toString() {
        return type + " of " + region;
    }
}
