package io.verigate.signal;

import io.verigate.decision.LineType;

/// The signals of a phone number. Its `toString` shows no number.
///
/// @param region ISO 3166-1 alpha-2, or `AC`, `TA` and `XK` of libphonenumber; empty when the number belongs to
///     no region (satellite, international toll free) or an unknown one. The caller's signal takes precedence
/// @param lineType the caller's signal, else that of the longest listed prefix, else that of the numbering plan
/// @param lineTypeTold whether the caller supplied the line type
/// @param carrier the original carrier of the range; empty when unknown. The caller's signal takes precedence
/// @param valid whether the number is valid in the numbering plan, regardless of the caller and prefixes
/// @param range the number without its last two digits, which numbers in a pumping run share; empty without a number
public record PhoneSignals(
        String region,
        LineType lineType,
        boolean lineTypeTold,
        String carrier,
        boolean valid,
        String range) {
    /// Without a phone number.
    public static final PhoneSignals NONE =
            new PhoneSignals("", LineType.UNKNOWN, false, "", false, "");

    @Override
    public String toString() {
        return "phone(region `"
                + region
                + "`, "
                + lineType.wireName()
                + ", "
                + (valid ? "valid" : "not valid")
                + ")";
    }
}
