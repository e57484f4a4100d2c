package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/// What the numbering plans tell of one number in E.164 form.
///
/// @param region ISO 3166-1; empty for a number of no region
/// @param type `UNKNOWN` when the number fits no plan
record Planned(String number, String region, PhoneNumberType type) {
    /// What libphonenumber calls the region of a dial code that nobody has.
    private static final String NOWHERE = "ZZ";

    /// What libphonenumber calls the region of numbers that belong to the whole world (UN M.49).
    private static final String WORLD = "001";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    // A number is asked for two or three times within one request, and finding its kind of line
    // tries
    // a dozen patterns. Racy on purpose: entries are immutable, and one that is lost is made again.
    private static final @Nullable Planned[] RECENT = new Planned[1 << 10];

    /// What is known of a number.
    ///
    /// @param e164 `+` and 2 to 15 digits
    static Planned of(String e164) {
        int place = e164.hashCode() * 0x9E3779B9 >>> 22;
        Planned recent = RECENT[place];
        if (recent == null || !recent.number.equals(e164)) {
            recent = look(e164);
            RECENT[place] = recent;
        }
        return recent;
    }

    private static Planned look(String e164) {
        return SplitNumber.of(e164)
                .map(number -> new Planned(e164, region(number), NUMBERS.getNumberType(number)))
                .orElseGet(() -> new Planned(e164, "", PhoneNumberType.UNKNOWN));
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
