package io.verigate.signal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.verigate.decision.PhoneNumber;
import java.util.Set;

/// Parses phone numbers in international form.
final class PhoneParser {
    /// Generous limit with separators; longer text is rejected without parsing.
    private static final int MAX_WRITTEN_LENGTH = 64;

    /// `+` and 15 digits (ITU-T E.164, 6.1).
    private static final int MAX_LENGTH = 16;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Set<String> REGIONS = NUMBERS.getSupportedRegions();

    private PhoneParser() {}

    static ParseResult<PhoneNumber> parse(String written) {
        if (written.length() > MAX_WRITTEN_LENGTH) {
            return tooLong();
        }
        String bare = withoutSeparators(written);
        if (bare.isEmpty()) {
            return fault(
                    "a phone number must contain only digits, spaces, dashes, dots and parentheses; remove all others");
        }
        if (bare.charAt(0) != '+') {
            return fault(
                    "a phone number must start with `+` and its country code, in international form");
        }
        if (isPlain(bare)) {
            return new ParseResult.Valid<>(new PhoneNumber(bare));
        }
        try {
            return check(NUMBERS.parse(bare, null));
        } catch (NumberParseException refused) {
            return switch (refused.getErrorType()) {
                case INVALID_COUNTRY_CODE -> unknownCountryCode();
                case TOO_LONG -> tooLong();
                case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> tooShort();
            };
        }
    }

    /// Whether a number is already normalised: it is valid in the plan of its region, and its first digit after the
    /// country code is not a national prefix. Most callers send such numbers, and the parser, which has to
    /// guess, is slow.
    private static boolean isPlain(String bare) {
        if (bare.length() > MAX_LENGTH) {
            return false;
        }
        Phonenumber.PhoneNumber number = PhoneNumberParts.of(bare).orElse(null);
        if (number == null || number.isItalianLeadingZero()) {
            return false;
        }
        String region = NUMBERS.getRegionCodeForCountryCode(number.getCountryCode());
        if (!REGIONS.contains(region)) {
            return false; // a number of the whole world
        }
        String trunk = NUMBERS.getNddPrefixForRegion(region, true);
        String national = Long.toString(number.getNationalNumber());
        return (trunk == null || trunk.isEmpty() || national.charAt(0) != trunk.charAt(0))
                && NumberingPlanEntry.of(bare).type() != PhoneNumberType.UNKNOWN;
    }

    private static ParseResult<PhoneNumber> check(Phonenumber.PhoneNumber number) {
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> ok(NUMBERS.format(number, PhoneNumberFormat.E164));
            case IS_POSSIBLE_LOCAL_ONLY -> local(number);
            case INVALID_COUNTRY_CODE -> unknownCountryCode();
            case TOO_SHORT -> tooShort();
            case TOO_LONG -> tooLong();
            case INVALID_LENGTH ->
                    fault("no phone number in this region has so many digits; check them");
        };
    }

    // The length of a number without its area code, but some plans have complete numbers of the
    // same
    // length.
    private static ParseResult<PhoneNumber> local(Phonenumber.PhoneNumber number) {
        return NUMBERS.isValidNumber(number)
                ? ok(NUMBERS.format(number, PhoneNumberFormat.E164))
                : fault("the area code is missing; write the whole number");
    }

    // Some numbering plans allow more digits than E.164 does.
    private static ParseResult<PhoneNumber> ok(String text) {
        return text.length() > MAX_LENGTH
                ? tooLong()
                : new ParseResult.Valid<>(new PhoneNumber(text));
    }

    // `+` and digits, or only digits; empty when there are other characters.
    private static String withoutSeparators(String written) {
        StringBuilder bare = new StringBuilder(written.length());
        for (int at = 0; at < written.length(); at++) {
            char sign = written.charAt(at);
            if (sign >= '0' && sign <= '9' || sign == '+' && bare.isEmpty()) {
                bare.append(sign);
            } else if (!isSeparator(sign)) {
                return "";
            }
        }
        return bare.toString();
    }

    private static boolean isSeparator(char sign) {
        return sign == '.'
                || sign == '('
                || sign == ')'
                || Character.getType(sign) == Character.SPACE_SEPARATOR
                || Character.getType(sign) == Character.DASH_PUNCTUATION;
    }

    private static ParseResult<PhoneNumber> unknownCountryCode() {
        return fault("unknown country code; check the digits after `+`");
    }

    private static ParseResult<PhoneNumber> tooShort() {
        return fault("the phone number is too short; write all its digits");
    }

    private static ParseResult<PhoneNumber> tooLong() {
        return fault("the phone number is too long; write one number, without an extension");
    }

    private static ParseResult<PhoneNumber> fault(String text) {
        return new ParseResult.Invalid<>(text);
    }
}
