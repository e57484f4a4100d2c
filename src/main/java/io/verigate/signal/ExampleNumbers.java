package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.verigate.decision.LineType;
import io.verigate.decision.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Generates phone numbers with given signals: of a region and line type, valid or not. Each
/// has its own number range as long as the numbering plan has room. Used by one thread.
public final class ExampleNumbers {
    private static final int MAX_LENGTH = 15;
    private static final int MAX_DIGITS = 7;
    private static final int MIN_DIGITS = 3;
    private static final int TRIES = 300;
    private static final int RANGE = 100;

    /// An unassigned country code.
    private static final String NOWHERE = "999";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Map<String, Integer> made = new HashMap<>();

    /// Generates a new number.
    ///
    /// @param region ISO 3166-1; empty for a number of no region
    /// @param valid whether it is valid in its numbering plan; ignored without a region
    public PhoneNumber next(String region, LineType line, boolean valid) {
        Phonenumber.@Nullable PhoneNumber example =
                region.isEmpty() ? null : example(region, line, valid);
        if (example == null) {
            return new PhoneNumber(varied(NOWHERE + "0".repeat(MAX_LENGTH - 3), MAX_DIGITS));
        }
        String text = example.getCountryCode() + numbers.getNationalSignificantNumber(example);
        if (!valid) {
            // Longer than any number of the region.
            String longer = text + "0".repeat(MAX_LENGTH - text.length());
            return new PhoneNumber(varied(longer, MAX_DIGITS));
        }
        for (int digits = MAX_DIGITS; digits >= MIN_DIGITS; digits--) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                PhoneNumber number = new PhoneNumber(varied(text, digits));
                if (fits(number, region)) {
                    return number;
                }
            }
        }
        return new PhoneNumber("+" + text);
    }

    private Phonenumber.@Nullable PhoneNumber example(String region, LineType line, boolean valid) {
        Phonenumber.@Nullable PhoneNumber fitting =
                valid
                        ? numbers.getExampleNumberForType(
                                region, PhoneNumberType.valueOf(line.name()))
                        : null;
        return fitting == null ? numbers.getExampleNumber(region) : fitting;
    }

    /// The number with other last digits: a new range each time, and a new number in each range once all are used.
    private String varied(String text, int digits) {
        String beginning = text.substring(0, text.length() - digits);
        int which = made.merge(beginning, 1, Integer::sum);
        long room = Math.round(Math.pow(10, digits));
        long last = (which * (long) RANGE + which / (room / RANGE)) % room;
        return "+" + beginning + ("%0" + digits + "d").formatted(last);
    }

    private boolean fits(PhoneNumber number, String region) {
        return PhoneNumberParts.of(number)
                .filter(numbers::isValidNumber)
                .filter(parsed -> region.equals(numbers.getRegionCodeForNumber(parsed)))
                .isPresent();
    }
}
