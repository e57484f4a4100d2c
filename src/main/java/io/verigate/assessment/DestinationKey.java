package io.verigate.assessment;

import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.SubjectKind;

/// How the address that a code goes to is counted: a phone number lives with those that are alike but for two digits.
public final class DestinationKey {
    private static final int RANGE_DIGITS = 2;

    private DestinationKey() {}

    /// The address.
    public static SubjectKey of(Address address, Fingerprints fingerprints) {
        return address instanceof PhoneNumber phone
                ? SubjectKey.of(
                        range(phone, fingerprints),
                        SubjectKind.DESTINATION,
                        phone.text(),
                        fingerprints)
                : SubjectKey.of(SubjectKind.DESTINATION, address.text(), fingerprints);
    }

    /// The range of a number.
    static SubjectKey range(PhoneNumber phone, Fingerprints fingerprints) {
        String text = phone.text();
        return SubjectKey.of(
                SubjectKind.NUMBER_RANGE,
                text.substring(0, text.length() - RANGE_DIGITS),
                fingerprints);
    }
}
