package io.verigate.assessment;

import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.SubjectKind;

/// The subject key of a destination. Phone numbers that differ only in the last two digits share a row of counters.
public final class DestinationKey {
    private static final int RANGE_DIGITS = 2;

    private DestinationKey() {}

    /// The key of an address.
    public static SubjectKey of(Address address, Fingerprints fingerprints) {
        return address instanceof PhoneNumber phone
                ? SubjectKey.of(
                        range(phone, fingerprints),
                        SubjectKind.DESTINATION,
                        phone.text(),
                        fingerprints)
                : SubjectKey.of(SubjectKind.DESTINATION, address.text(), fingerprints);
    }

    /// The key of the range of a number.
    static SubjectKey range(PhoneNumber phone, Fingerprints fingerprints) {
        String text = phone.text();
        return SubjectKey.of(
                SubjectKind.NUMBER_RANGE,
                text.substring(0, text.length() - RANGE_DIGITS),
                fingerprints);
    }
}
