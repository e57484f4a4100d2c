package io.verigate.decision;

/// Where a code goes. Personal data: `toString` shows the hint and nothing more.
public sealed interface Address permits PhoneNumber, EmailAddress {
    /// The normalised text, for sending, sealing and fingerprints only.
    String text();

    /// What a person may be shown (S09): `…23` for a phone, `ra…` for an e-mail.
    String hint();
}
