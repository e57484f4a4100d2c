package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.verigate.decision.LineType;
import io.verigate.decision.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes up phone numbers that tell what others told: of a region and a kind of line, in the plan or outside it. Each
/// has a number range of its own as long as the plan has room. Used by one thread.
public final class ExampleNumbers {
    private static final int MAX_LENGTH = 15;
    private static final int MAX_DIGITS = 7;
    private static final int LEAST_DIGITS = 3;
    private static final int TRIES = 300;
    private static final int RANGE = 100;

    /// A dial code that nobody has.
    private static final String NOWHERE = "999";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Map<String, Integer> made = new HashMap<>();

    /// A number that was not made before.
    ///
    /// @param region ISO 3166-1; empty for a number of no region
    /// @param valid whether it fits the numbering plan; nothing else can be done for no region
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
        for (int digits = MAX_DIGITS; digits >= LEAST_DIGITS; digits--) {
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

    /// The same number with other last digits: another range each time, and another place in it after all ranges.
    private String varied(String text, int digits) {
        String beginning = text.substring(0, text.length() - digits);
        int which = made.merge(beginning, 1, Integer::sum);
        long room = Math.round(Math.pow(10, digits));
        long last = (which * (long) RANGE + which / (room / RANGE)) % room;
        return "+" + beginning + ("%0" + digits + "d").formatted(last);
    }

    private boolean fits(PhoneNumber number, String region) {
        return SplitNumber.of(number)
                .filter(numbers::isValidNumber)
                .filter(parsed -> region.equals(numbers.getRegionCodeForNumber(parsed)))
                .isPresent();
    }
}
