package io.verigate.decision;

import java.util.List;

/// The facts that the service supplies. Policies derive further ones: counters, gaps, shares, ladders, scores and table columns.
public enum KnownFact {
    // The request
    /// What is assessed.
    INTERACTION(
            "interaction",
            FactType.TEXT,
            WireEnum.all(InteractionKind.class),
            "the kind of request"),
    /// Whether a code would be sent.
    ASKS_FOR_CODE(
            "asksForCode",
            FactType.FLAG,
            "the request would send a code: sending one, adding or replacing security info"),
    /// What was reported.
    EVENT(
            "event",
            FactType.TEXT,
            WireEnum.all(ReportedEvent.class),
            "the reported event; empty unless the request is a report"),
    /// Severity of the reported violation.
    SEVERITY(
            "severity",
            FactType.TEXT,
            WireEnum.all(Severity.class),
            "severity of the reported violation of the terms"),
    /// Delivery status of a receipt.
    RECEIPT(
            "receipt",
            FactType.TEXT,
            List.of("undeliverable", "expired", "rejected", "unknown"),
            "delivery status in the carrier's receipt for a code that did not arrive"),
    /// Error code of a receipt.
    RECEIPT_ERROR("receiptError", FactType.TEXT, "the carrier's error code in that receipt"),
    /// Whether the reported code is on record.
    CODE_KNOWN("codeKnown", FactType.FLAG, "the reported code is on record"),
    /// Which kind of client requested it.
    CODE_ORIGIN(
            "codeOrigin",
            FactType.TEXT,
            WireEnum.all(ClientFamiliarity.class),
            "which kind of client requested the reported code"),
    /// How long its delivery took.
    CODE_TRANSIT(
            "codeTransit",
            FactType.DURATION,
            "time between sending the reported code and its delivery, or its report if no delivery is known"),
    /// Why no code came.
    SYMPTOM(
            "symptom",
            FactType.TEXT,
            WireEnum.all(Symptom.class),
            "the problem that the person reports with receiving codes"),
    /// Now.
    NOW("now", FactType.TIME, "time of the decision"),

    // The account
    /// Whether the account is registered.
    ACCOUNT_KNOWN("accountKnown", FactType.FLAG, "the account is registered with the service"),
    /// Its kind.
    ACCOUNT_KIND(
            "accountKind",
            FactType.TEXT,
            WireEnum.all(AccountKind.class),
            "who manages the account"),
    /// Its standing.
    ACCOUNT_STANDING(
            "accountStanding",
            FactType.TEXT,
            WireEnum.all(Standing.class),
            "standing of the account"),
    /// Its age.
    ACCOUNT_AGE("accountAge", FactType.DURATION, "time since the account was first seen"),
    /// How many confirmed methods it has.
    CONFIRMED_METHODS(
            "confirmedMethods", FactType.COUNT, "number of confirmed methods of the account"),
    /// Methods that are not confirmed yet.
    PENDING_METHODS(
            "pendingMethods",
            FactType.COUNT,
            "number of methods that are not confirmed yet, or are held"),
    /// Whether all of them get codes.
    CODES_ONLY(
            "codesOnly",
            FactType.FLAG,
            "all confirmed methods of the account receive codes by message, and there is at least one"),
    /// When a method was last verified.
    SINCE_CONFIRMED(
            "sinceConfirmed",
            FactType.DURATION,
            "time since a confirmed method was last verified, its confirmation included"),
    /// Whether the account is asked to verify.
    PROMPT_OPEN(
            "promptOpen",
            FactType.FLAG,
            "the account has an unanswered prompt to verify its security info, and has some"),
    /// Since when it is prompted.
    SINCE_FIRST_NOTICE(
            "sinceFirstNotice",
            FactType.DURATION,
            "time since the first notice of that prompt; never unless `promptOpen`"),
    /// When the prompt was last skipped.
    SINCE_PROMPT_SKIP(
            "sincePromptSkip",
            FactType.DURATION,
            "time since that prompt was last skipped; never unless `promptOpen`"),
    /// How many a removal leaves.
    CONFIRMED_METHODS_LEFT(
            "confirmedMethodsLeft",
            FactType.COUNT,
            "number of confirmed methods that the account would have after this change"),
    /// Whether the help desk cleared them.
    METHODS_CLEARED(
            "methodsCleared",
            FactType.FLAG,
            "the help desk cleared the security info of the account, and no method was confirmed since"),
    /// When one was taken away.
    SINCE_METHOD_REMOVED(
            "sinceMethodRemoved",
            FactType.DURATION,
            "time since a confirmed method was last removed or cleared"),
    /// How long it had had any.
    METHODS_HAD_AT_REMOVAL(
            "methodsHadAtRemoval",
            FactType.DURATION,
            "how long the account had had a confirmed method at that time"),
    /// How old the oldest was that is left.
    OLDEST_LEFT_AT_REMOVAL(
            "oldestLeftAtRemoval",
            FactType.DURATION,
            "age at that time of the oldest remaining confirmation; 0 if all remaining ones are newer"),
    /// Whether a replacement is held.
    REPLACEMENT_PENDING(
            "replacementPending",
            FactType.FLAG,
            "a replacement of all security info is held for the account"),
    /// Whether the password is known.
    PASSWORD_FORGOTTEN("passwordForgotten", FactType.FLAG, "the person does not know the password"),
    /// Whether the source is known to the account.
    FAMILIAR_SOURCE(
            "familiarSource",
            FactType.FLAG,
            "the account had a success (a verified code or a sign-in) from this device or network before"),
    /// Whether it is the owner who asks.
    FROM_OWNER(
            "fromOwner",
            FactType.FLAG,
            "the request comes from a familiar client and concerns a confirmed method of the account"),
    /// Whether the device is new.
    NEW_DEVICE(
            "newDevice",
            FactType.FLAG,
            "the account has a usage pattern, and this device is not part of it"),
    /// Whether the network is new.
    NEW_NETWORK(
            "newNetwork",
            FactType.FLAG,
            "the account has a usage pattern, and this network is not part of it"),
    /// Whether the country is new.
    NEW_COUNTRY(
            "newCountry",
            FactType.FLAG,
            "the account has a usage pattern, and this country is not part of it"),
    /// Since when the last other country was seen.
    SINCE_OTHER_COUNTRY(
            "sinceOtherCountry",
            FactType.DURATION,
            "time since the account's last success from another country"),
    /// How fast somebody would have had to travel.
    TRAVEL_SPEED(
            "travelSpeed",
            FactType.COUNT,
            "travel speed in km/h implied by earlier successes from other countries; 0 if unknown"),

    // The method
    /// The channel.
    CHANNEL(
            "channel",
            FactType.TEXT,
            WireEnum.all(Channel.class),
            "the way a code is sent; empty without a method"),
    /// Whether the method is enrolled.
    ENROLLED(
            "enrolled",
            FactType.FLAG,
            "the address belongs to the account's security info and is not removed"),
    /// State of the enrolled method.
    METHOD_STATE(
            "methodState",
            FactType.TEXT,
            WireEnum.all(InfoState.class),
            "state of the method; empty unless enrolled"),
    /// Whether it is held.
    METHOD_HELD(
            "methodHeld",
            FactType.FLAG,
            "the method is a replacement that has not taken effect yet"),
    /// Region of the number.
    PHONE_REGION(
            "phoneRegion",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 region of the phone number; empty without a number"),
    /// Kind of line.
    LINE_TYPE(
            "lineType",
            FactType.TEXT,
            WireEnum.all(LineType.class),
            "line type of the phone number"),
    /// Whether the caller supplied it.
    LINE_TYPE_TOLD("lineTypeTold", FactType.FLAG, "the caller supplied the line type"),
    /// The carrier.
    CARRIER(
            "carrier",
            FactType.TEXT,
            "carrier that the number range was first assigned to; empty if unknown"),
    /// Whether a number can exist.
    PHONE_VALID(
            "phoneValid",
            FactType.FLAG,
            "the phone number is valid in the numbering plan of its region"),
    /// Own domain.
    OWN_DOMAIN_EMAIL(
            "ownDomainEmail", FactType.FLAG, "the e-mail domain is one of the operator's own"),
    /// Disposable domain.
    DISPOSABLE_EMAIL(
            "disposableEmail", FactType.FLAG, "the e-mail domain offers disposable mailboxes"),
    /// Lookalike domain.
    LOOKALIKE_EMAIL(
            "lookalikeEmail",
            FactType.FLAG,
            "the e-mail domain is one typo away from a well-known domain"),

    // The client
    /// Whether the IP address is known.
    IP_KNOWN("ipKnown", FactType.FLAG, "the IP address of the client is known"),
    /// Whether the device is known.
    DEVICE_KNOWN("deviceKnown", FactType.FLAG, "the device of the client is known"),
    /// Country of the source.
    SOURCE_COUNTRY(
            "sourceCountry",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 country of the client; empty if unknown"),
    /// Number country differs from source country.
    FOREIGN_NUMBER(
            "foreignNumber",
            FactType.FLAG,
            "the phone number and the client are in different countries; false if either is unknown"),
    /// AS number.
    ASN("asn", FactType.COUNT, "autonomous system number of the client; 0 if unknown"),
    /// Hosting.
    HOSTING_NETWORK("hostingNetwork", FactType.FLAG, "the client is in a hosting network"),
    /// Anonymiser.
    ANONYMISING_NETWORK(
            "anonymisingNetwork", FactType.FLAG, "the client uses an anonymising network"),

    // Active blocks
    /// Method block.
    METHOD_BLOCKED("methodBlocked", FactType.FLAG, "this destination is blocked"),
    /// Its kind.
    METHOD_BLOCK_PERMANENT(
            "methodBlockPermanent", FactType.FLAG, "the block of this destination is permanent"),
    /// Its beginning.
    METHOD_BLOCK_SINCE(
            "methodBlockSince", FactType.TIME, "first start of the block of this destination"),
    /// Its end.
    METHOD_BLOCK_UNTIL("methodBlockUntil", FactType.TIME, "end of the block of this destination"),
    /// Its source.
    METHOD_BLOCK_SAME_SOURCE(
            "methodBlockSameSource",
            FactType.FLAG,
            "this client caused the block of this destination"),
    /// Its reason.
    METHOD_BLOCK_REASON(
            "methodBlockReason", FactType.TEXT, "reason code of the block of this destination"),
    /// Source block.
    SOURCE_BLOCKED("sourceBlocked", FactType.FLAG, "this client is blocked"),
    /// Its kind.
    SOURCE_BLOCK_PERMANENT(
            "sourceBlockPermanent", FactType.FLAG, "the block of this client is permanent"),
    /// Its beginning.
    SOURCE_BLOCK_SINCE(
            "sourceBlockSince", FactType.TIME, "first start of the block of this client"),
    /// Its end.
    SOURCE_BLOCK_UNTIL("sourceBlockUntil", FactType.TIME, "end of the block of this client"),
    /// Its source.
    SOURCE_BLOCK_SAME_SOURCE(
            "sourceBlockSameSource", FactType.FLAG, "this client caused the block of this client"),
    /// Its reason.
    SOURCE_BLOCK_REASON(
            "sourceBlockReason", FactType.TEXT, "reason code of the block of this client"),
    /// Account block.
    ACCOUNT_BLOCKED("accountBlocked", FactType.FLAG, "this account is blocked"),
    /// Its kind.
    ACCOUNT_BLOCK_PERMANENT(
            "accountBlockPermanent", FactType.FLAG, "the block of this account is permanent"),
    /// Its beginning.
    ACCOUNT_BLOCK_SINCE(
            "accountBlockSince", FactType.TIME, "first start of the block of this account"),
    /// Its end.
    ACCOUNT_BLOCK_UNTIL("accountBlockUntil", FactType.TIME, "end of the block of this account"),
    /// Its source.
    ACCOUNT_BLOCK_SAME_SOURCE(
            "accountBlockSameSource",
            FactType.FLAG,
            "this client caused the block of this account"),
    /// Its reason.
    ACCOUNT_BLOCK_REASON(
            "accountBlockReason", FactType.TEXT, "reason code of the block of this account"),
    /// Region block.
    REGION_BLOCKED("regionBlocked", FactType.FLAG, "the region of the phone number is blocked"),
    /// Its kind.
    REGION_BLOCK_PERMANENT(
            "regionBlockPermanent", FactType.FLAG, "the block of the region is permanent"),
    /// Its beginning.
    REGION_BLOCK_SINCE("regionBlockSince", FactType.TIME, "first start of the block of the region"),
    /// Its end.
    REGION_BLOCK_UNTIL("regionBlockUntil", FactType.TIME, "end of the block of the region"),
    /// Its source.
    REGION_BLOCK_SAME_SOURCE(
            "regionBlockSameSource", FactType.FLAG, "this client caused the block of the region"),
    /// Its reason.
    REGION_BLOCK_REASON(
            "regionBlockReason", FactType.TEXT, "reason code of the block of the region");

    private final FactDefinition definition;

    KnownFact(String name, FactType type, List<String> words, String meaning) {
        definition = new FactDefinition(name, type, words, meaning);
    }

    KnownFact(String name, FactType type, String meaning) {
        this(name, type, List.of(), meaning);
    }

    /// Name, type, words and meaning.
    public FactDefinition definition() {
        return definition;
    }
}
