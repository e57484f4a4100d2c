package io.verigate.decision;

import java.util.Arrays;
import java.util.Optional;

/// A signal that a caller may supply. Each overrides one fact that the service derives.
public enum Signal {
    /// Line type of the phone number.
    LINE_TYPE("lineType", KnownFact.LINE_TYPE, Topic.PHONE),
    /// Region of the phone number.
    PHONE_REGION("phoneRegion", KnownFact.PHONE_REGION, Topic.PHONE),
    /// Name of the carrier of the phone number.
    CARRIER("carrier", KnownFact.CARRIER, Topic.PHONE),
    /// Whether the e-mail address is in a domain of the operator's own accounts.
    OWN_DOMAIN_EMAIL("ownDomainEmail", KnownFact.OWN_DOMAIN_EMAIL, Topic.EMAIL),
    /// Whether the e-mail address is disposable.
    DISPOSABLE_EMAIL("disposableEmail", KnownFact.DISPOSABLE_EMAIL, Topic.EMAIL),
    /// Whether the e-mail address looks mistyped.
    LOOKALIKE_EMAIL("lookalikeEmail", KnownFact.LOOKALIKE_EMAIL, Topic.EMAIL),
    /// Country of the client.
    COUNTRY("country", KnownFact.SOURCE_COUNTRY, Topic.NETWORK),
    /// Autonomous system number of the client.
    ASN("asn", KnownFact.ASN, Topic.NETWORK),
    /// Whether the client is in a data centre network.
    HOSTING("hosting", KnownFact.HOSTING_NETWORK, Topic.NETWORK),
    /// Whether the client uses an anonymiser (VPN, Tor, open proxy).
    ANONYMISER("anonymiser", KnownFact.ANONYMISING_NETWORK, Topic.NETWORK),
    /// Whether the account knows the client.
    FAMILIAR_SOURCE("familiarSource", KnownFact.FAMILIAR_SOURCE, Topic.PATTERN),
    /// Whether the device is new to the account.
    NEW_DEVICE("newDevice", KnownFact.NEW_DEVICE, Topic.PATTERN),
    /// Whether the network is new to the account.
    NEW_NETWORK("newNetwork", KnownFact.NEW_NETWORK, Topic.PATTERN),
    /// Whether the country is new to the account.
    NEW_COUNTRY("newCountry", KnownFact.NEW_COUNTRY, Topic.PATTERN),
    /// Required travel speed since the last success from another country.
    TRAVEL_SPEED("travelSpeed", KnownFact.TRAVEL_SPEED, Topic.PATTERN),
    /// Whether the person has forgotten the password too.
    PASSWORD_FORGOTTEN("passwordForgotten", KnownFact.PASSWORD_FORGOTTEN, Topic.PERSON);

    /// What a signal describes.
    public enum Topic {
        /// The requested phone number, and no other address.
        PHONE,
        /// The requested e-mail address, and no other address.
        EMAIL,
        /// The network of the client.
        NETWORK,
        /// How the client fits the usage pattern of the account.
        PATTERN,
        /// The person.
        PERSON
    }

    private final String field;
    private final KnownFact fact;
    private final Topic topic;

    Signal(String field, KnownFact fact, Topic topic) {
        this.field = field;
        this.fact = fact;
        this.topic = topic;
    }

    /// The signal of a field.
    public static Optional<Signal> of(String field) {
        return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
    }

    /// The name in the API.
    public String field() {
        return field;
    }

    /// The fact that it overrides.
    public KnownFact fact() {
        return fact;
    }

    /// What it describes.
    public Topic topic() {
        return topic;
    }

    /// Whether its value is an ISO 3166-1 code.
    public boolean isRegion() {
        return this == COUNTRY || this == PHONE_REGION;
    }
}
