package io.verigate.decision;

import java.util.Arrays;
import java.util.Optional;

/// What a caller may know better than the service: each overrides one fact.
public enum Signal {
    /// The kind of line.
    LINE_TYPE("lineType", KnownFact.LINE_TYPE, Of.PHONE),
    /// Region of the phone number.
    PHONE_REGION("phoneRegion", KnownFact.PHONE_REGION, Of.PHONE),
    /// Name of the carrier of the phone number.
    CARRIER("carrier", KnownFact.CARRIER, Of.PHONE),
    /// Whether the e-mail address lies in a domain of the operator's own accounts.
    OWN_DOMAIN_EMAIL("ownDomainEmail", KnownFact.OWN_DOMAIN_EMAIL, Of.EMAIL),
    /// Whether the e-mail address is one to throw away.
    DISPOSABLE_EMAIL("disposableEmail", KnownFact.DISPOSABLE_EMAIL, Of.EMAIL),
    /// Whether the e-mail address looks like a mistyped one.
    LOOKALIKE_EMAIL("lookalikeEmail", KnownFact.LOOKALIKE_EMAIL, Of.EMAIL),
    /// Country of the source.
    COUNTRY("country", KnownFact.SOURCE_COUNTRY, Of.NETWORK),
    /// Number of the autonomous system of the source.
    ASN("asn", KnownFact.ASN, Of.NETWORK),
    /// Whether the source is a data centre.
    HOSTING("hosting", KnownFact.HOSTING_NETWORK, Of.NETWORK),
    /// Whether the source hides who uses it (VPN, Tor, open proxy).
    ANONYMISER("anonymiser", KnownFact.ANONYMISING_NETWORK, Of.NETWORK),
    /// Whether the account knows the source.
    FAMILIAR_SOURCE("familiarSource", KnownFact.FAMILIAR_SOURCE, Of.PATTERN),
    /// Whether the device is new to the account.
    NEW_DEVICE("newDevice", KnownFact.NEW_DEVICE, Of.PATTERN),
    /// Whether the network is new to the account.
    NEW_NETWORK("newNetwork", KnownFact.NEW_NETWORK, Of.PATTERN),
    /// Whether the country is new to the account.
    NEW_COUNTRY("newCountry", KnownFact.NEW_COUNTRY, Of.PATTERN),
    /// How fast the account would have had to travel.
    TRAVEL_SPEED("travelSpeed", KnownFact.TRAVEL_SPEED, Of.PATTERN),
    /// Whether the person does not know the password either.
    PASSWORD_FORGOTTEN("passwordForgotten", KnownFact.PASSWORD_FORGOTTEN, Of.PERSON);

    /// What signals tell of.
    public enum Of {
        /// The phone number that was asked for, and so no other address.
        PHONE,
        /// The e-mail address that was asked for, and so no other address.
        EMAIL,
        /// The network of the source.
        NETWORK,
        /// How the source fits to the account.
        PATTERN,
        /// The person.
        PERSON
    }

    private final String field;
    private final KnownFact fact;
    private final Of of;

    Signal(String field, KnownFact fact, Of of) {
        this.field = field;
        this.fact = fact;
        this.of = of;
    }

    /// The signal of a field.
    public static Optional<Signal> of(String field) {
        return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
    }

    /// How callers name it.
    public String field() {
        return field;
    }

    /// What it overrides.
    public KnownFact fact() {
        return fact;
    }

    /// What it tells of.
    public Of of() {
        return of;
    }

    /// Whether its text names a country or region of ISO 3166-1.
    public boolean isRegion() {
        return this == COUNTRY || this == PHONE_REGION;
    }
}
