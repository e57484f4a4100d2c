package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.verigate.decision.LineType;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import java.util.List;

/// Derives signals of phone numbers from the numbering plans of the world. Immutable and thread-safe.
///
/// The plans are those of the libphonenumber release: newer ranges are not valid here, and in a country
/// code that several regions share they have no region. The first number of a region loads its plan, which takes
/// milliseconds unless `load` was called; after that, a number takes microseconds.
public final class NumberingPlan {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final LinePrefixes prefixes;

    /// @param prefixes entries such as `+4470 personal-number`; the longest match overrides the plan
    /// @throws IllegalArgumentException when an entry is invalid; the message names it
    public NumberingPlan(List<String> prefixes) {
        this.prefixes = LinePrefixes.of(prefixes);
    }

    /// Loads the plans of all regions, so that no request waits for one; optional, takes a tenth of a second.
    public void load() {
        for (String region : numbers.getSupportedRegions()) {
            numbers.getNumberType(numbers.getExampleNumber(region));
        }
    }

    /// Derives the signals of a number.
    ///
    /// @param supplied signals of the caller, which take precedence
    public PhoneSignals signals(PhoneNumber number, Signals supplied) {
        NumberingPlanEntry plan = NumberingPlanEntry.of(number.text());
        LineType planned = lineType(plan.type());
        LineType listed = prefixes.of(number.text());
        return new PhoneSignals(
                firstKnown(supplied.text(Signal.PHONE_REGION), plan.region()),
                firstKnown(supplied.lineType(), listed, planned),
                supplied.lineType() != LineType.UNKNOWN,
                firstKnown(supplied.text(Signal.CARRIER), plan.carrier()),
                planned != LineType.UNKNOWN,
                range(number.text()));
    }

    private static String firstKnown(String supplied, String planned) {
        return supplied.isEmpty() ? planned : supplied;
    }

    /// Whether the number certainly belongs to another country than the given one.
    ///
    /// False when either is unknown, and when the number may belong to that country, too: a mobile number of Åland cannot
    /// be distinguished from one of Finland, nor a toll-free number of Jamaica from one of the United States.
    ///
    /// @param region of the number; empty when unknown
    /// @param country of the client; empty when unknown
    boolean isForeign(PhoneNumber number, String region, String country) {
        if (region.isEmpty() || country.isEmpty() || region.equals(country)) {
            return false;
        }
        if (!numbers.getSupportedRegions().contains(country)
                || !number.text().startsWith("+" + numbers.getCountryCodeForRegion(country))) {
            return true;
        }
        return PhoneNumberParts.of(number)
                .map(parsed -> !numbers.isValidNumberForRegion(parsed, country))
                .orElse(true);
    }

    private static LineType firstKnown(LineType supplied, LineType listed, LineType planned) {
        if (supplied != LineType.UNKNOWN) {
            return supplied;
        }
        return listed != LineType.UNKNOWN ? listed : planned;
    }

    private static String range(String e164) {
        return e164.substring(0, e164.length() - 2);
    }

    // `UNKNOWN` means that the number is not valid in its plan.
    private static LineType lineType(PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE -> LineType.FIXED_LINE;
            case MOBILE -> LineType.MOBILE;
            case FIXED_LINE_OR_MOBILE -> LineType.FIXED_LINE_OR_MOBILE;
            case TOLL_FREE -> LineType.TOLL_FREE;
            case PREMIUM_RATE -> LineType.PREMIUM_RATE;
            case SHARED_COST -> LineType.SHARED_COST;
            case VOIP -> LineType.VOIP;
            case PERSONAL_NUMBER -> LineType.PERSONAL_NUMBER;
            case PAGER -> LineType.PAGER;
            case UAN -> LineType.UAN;
            case VOICEMAIL -> LineType.VOICEMAIL;
            case UNKNOWN -> LineType.UNKNOWN;
        };
    }
}
