package io.verigate.signal;

import io.verigate.decision.LineType;

/// What a phone number tells. Its `toString` shows no number.
///
/// @param region ISO 3166-1 alpha-2, or `AC`, `TA` and `XK` as libphonenumber has them; empty when the number belongs to
///     no region (satellite, international freephone) or to none that is known. The caller's word comes first
/// @param lineType the kind of line: the caller's word, else the longest listed prefix, else the numbering plan's
/// @param lineTypeTold whether that is the caller's word
/// @param carrier whom the range of the number was first given to; empty when not known. The caller's word comes first
/// @param valid whether the number fits the numbering plan, whatever the caller or a prefix says
/// @param range the number without its last two digits: what neighbours in a pumping run share; empty without a number
public record PhoneSignals(
        String region,
        LineType lineType,
        boolean lineTypeTold,
        String carrier,
        boolean valid,
        String range) {
    /// There is no phone number.
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
