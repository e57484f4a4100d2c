package io.verigate.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.verigate.decision.LineType;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import java.util.List;

/// Knows what the numbering plans of the world tell of a phone number. Immutable and thread-safe.
///
/// The plans are those of libphonenumber's release: a range that was opened since is not valid here, and in a country
/// code that several regions share it has no region. The first number of a region loads its plan, which takes
/// milliseconds unless `load` was called; after that a number takes microseconds.
public final class NumberingPlan {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final LinePrefixes prefixes;

    /// @param prefixes entries such as `+4470 personal-number`; the longest that fits a number overrides the plan
    /// @throws IllegalArgumentException when an entry cannot be read; the message names it
    public NumberingPlan(List<String> prefixes) {
        this.prefixes = LinePrefixes.of(prefixes);
    }

    /// Loads the plans of all regions, so that no request waits for one; takes a tenth of a second, and may be left out.
    public void load() {
        for (String region : numbers.getSupportedRegions()) {
            numbers.getNumberType(numbers.getExampleNumber(region));
        }
    }

    /// What the number tells.
    ///
    /// @param told what the caller knows better
    public PhoneSignals signals(PhoneNumber number, Signals told) {
        NumberingPlanEntry plan = NumberingPlanEntry.of(number.text());
        LineType planned = lineType(plan.type());
        LineType listed = prefixes.of(number.text());
        return new PhoneSignals(
                firstKnown(told.text(Signal.PHONE_REGION), plan.region()),
                firstKnown(told.lineType(), listed, planned),
                told.lineType() != LineType.UNKNOWN,
                firstKnown(told.text(Signal.CARRIER), plan.carrier()),
                planned != LineType.UNKNOWN,
                range(number.text()));
    }

    private static String firstKnown(String told, String planned) {
        return told.isEmpty() ? planned : told;
    }

    /// Whether the number surely belongs to another country than the given one.
    ///
    /// False when either is not known, and when the number may be of that country too: a mobile number of Åland cannot
    /// be told from one of Finland, nor a freephone number of Jamaica from one of the United States.
    ///
    /// @param region of the number; empty when not known
    /// @param country of the source; empty when not known
    boolean isForeign(PhoneNumber number, String region, String country) {
        if (region.isEmpty() || country.isEmpty() || region.equals(country)) {
            return false;
        }
        if (!numbers.getSupportedRegions().contains(country)
                || !number.text().startsWith("+" + numbers.getCountryCodeForRegion(country))) {
            return true;
        }
        return SplitNumber.of(number)
                .map(parsed -> !numbers.isValidNumberForRegion(parsed, country))
                .orElse(true);
    }

    private static LineType firstKnown(LineType told, LineType listed, LineType planned) {
        if (told != LineType.UNKNOWN) {
            return told;
        }
        return listed != LineType.UNKNOWN ? listed : planned;
    }

    private static String range(String e164) {
        return e164.substring(0, e164.length() - 2);
    }

    // `UNKNOWN` says that the number fits no kind of line in its plan, so that it is not valid.
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
