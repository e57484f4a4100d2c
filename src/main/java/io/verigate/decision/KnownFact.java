package io.verigate.decision;

import java.util.List;

/// The facts that the service supplies. Policies add derived ones: counters, gaps, shares, table columns, ladders, scores.
public enum KnownFact {
    // The request
    INTERACTION(
            "interaction",
            FactType.TEXT,
            WireEnum.all(InteractionKind.class),
            "kind of request that is assessed"),
    ASKS_FOR_CODE(
            "asksForCode", FactType.FLAG, "a code is sent if this is allowed (send, add, replace)"),
    EVENT(
            "event",
            FactType.TEXT,
            WireEnum.all(ReportedEvent.class),
            "reported event; empty unless the interaction is a report"),
    SEVERITY(
            "severity",
            FactType.TEXT,
            WireEnum.all(Severity.class),
            "severity of the reported terms-of-service violation"),
    RECEIPT(
            "receipt",
            FactType.TEXT,
            List.of("undeliverable", "expired", "rejected", "unknown"),
            "delivery status of an undelivered code, as reported by the provider"),
    RECEIPT_ERROR(
            "receiptError", FactType.TEXT, "the provider's error code for the failed delivery"),
    CODE_KNOWN("codeKnown", FactType.FLAG, "the reported code is on record"),
    CODE_ORIGIN(
            "codeOrigin",
            FactType.TEXT,
            WireEnum.all(ClientFamiliarity.class),
            "kind of client that requested the reported code"),
    CODE_TRANSIT(
            "codeTransit",
            FactType.DURATION,
            "time from sending the reported code to its delivery, or to the report"),
    SYMPTOM(
            "symptom",
            FactType.TEXT,
            WireEnum.all(Symptom.class),
            "why the person says that no code arrived"),
    NOW("now", FactType.TIME, "time of the decision"),

    // The account
    ACCOUNT_KNOWN("accountKnown", FactType.FLAG, "the account is registered with the service"),
    ACCOUNT_KIND(
            "accountKind",
            FactType.TEXT,
            WireEnum.all(AccountKind.class),
            "who manages the account"),
    ACCOUNT_STANDING(
            "accountStanding",
            FactType.TEXT,
            WireEnum.all(Standing.class),
            "whether the account may be used"),
    ACCOUNT_AGE("accountAge", FactType.DURATION, "time since the account was first seen"),
    CONFIRMED_METHODS(
            "confirmedMethods", FactType.COUNT, "number of confirmed methods of the account"),
    PENDING_METHODS(
            "pendingMethods",
            FactType.COUNT,
            "number of methods of the account that are unconfirmed or on hold"),
    CODES_ONLY(
            "codesOnly",
            FactType.FLAG,
            "the account has confirmed methods, and all of them receive codes by message"),
    SINCE_CONFIRMED(
            "sinceConfirmed",
            FactType.DURATION,
            "time since a confirmed method was last verified, its confirmation included"),
    PROMPT_OPEN(
            "promptOpen",
            FactType.FLAG,
            "a verification prompt is open, and the account has confirmed methods"),
    SINCE_FIRST_NOTICE(
            "sinceFirstNotice",
            FactType.DURATION,
            "time since the first notice of the verification prompt; never unless `promptOpen`"),
    SINCE_PROMPT_SKIP(
            "sincePromptSkip",
            FactType.DURATION,
            "time since the prompt was last skipped; never unless `promptOpen`"),
    CONFIRMED_METHODS_LEFT(
            "confirmedMethodsLeft",
            FactType.COUNT,
            "number of confirmed methods of the account after this request"),
    METHODS_CLEARED(
            "methodsCleared",
            FactType.FLAG,
            "the help desk cleared the security info of the account, and none has been confirmed since"),
    SINCE_METHOD_REMOVED(
            "sinceMethodRemoved",
            FactType.DURATION,
            "time since a confirmed method was last removed, by a person or the help desk"),
    METHODS_HAD_AT_REMOVAL(
            "methodsHadAtRemoval",
            FactType.DURATION,
            "how long the account had had confirmed methods at that removal"),
    OLDEST_LEFT_AT_REMOVAL(
            "oldestLeftAtRemoval",
            FactType.DURATION,
            "how long the oldest remaining method had been confirmed at that removal; 0 if it was confirmed later"),
    REPLACEMENT_PENDING(
            "replacementPending",
            FactType.FLAG,
            "a replacement of all security info of the account is on hold"),
    PASSWORD_FORGOTTEN("passwordForgotten", FactType.FLAG, "the person does not know the password"),
    FAMILIAR_SOURCE(
            "familiarSource",
            FactType.FLAG,
            "the client is familiar: the account succeeded from this device or network before"),
    FROM_OWNER(
            "fromOwner",
            FactType.FLAG,
            "the client is familiar, and the method is a confirmed one of the account"),
    NEW_DEVICE(
            "newDevice",
            FactType.FLAG,
            "the account has a usage pattern that does not include this device"),
    NEW_NETWORK(
            "newNetwork",
            FactType.FLAG,
            "the account has a usage pattern that does not include this network"),
    NEW_COUNTRY(
            "newCountry",
            FactType.FLAG,
            "the account has a usage pattern that does not include this country"),
    SINCE_OTHER_COUNTRY(
            "sinceOtherCountry",
            FactType.DURATION,
            "time since the account succeeded from another country"),
    TRAVEL_SPEED(
            "travelSpeed",
            FactType.COUNT,
            "kilometres per hour required since the account succeeded from another country; 0 if unknown"),

    // The method
    CHANNEL(
            "channel",
            FactType.TEXT,
            WireEnum.all(Channel.class),
            "channel of the code; empty without a method"),
    ENROLLED(
            "enrolled",
            FactType.FLAG,
            "the address is a method of the account that is not removed"),
    METHOD_STATE(
            "methodState",
            FactType.TEXT,
            WireEnum.all(InfoState.class),
            "state of the method; empty unless enrolled"),
    METHOD_HELD(
            "methodHeld",
            FactType.FLAG,
            "the method is a replacement on hold, and proves nothing until it takes effect"),
    PHONE_REGION(
            "phoneRegion",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 region of the phone number; empty without one"),
    LINE_TYPE(
            "lineType",
            FactType.TEXT,
            WireEnum.all(LineType.class),
            "line type of the phone number"),
    LINE_TYPE_TOLD("lineTypeTold", FactType.FLAG, "the caller reported the line type"),
    CARRIER(
            "carrier",
            FactType.TEXT,
            "carrier that the number was originally assigned to; empty if unknown"),
    PHONE_VALID(
            "phoneValid", FactType.FLAG, "the phone number fits the numbering plan of its region"),
    OWN_DOMAIN_EMAIL(
            "ownDomainEmail",
            FactType.FLAG,
            "the e-mail address is in a domain of the operator's own accounts"),
    DISPOSABLE_EMAIL(
            "disposableEmail",
            FactType.FLAG,
            "the e-mail address is in a disposable mailbox domain"),
    LOOKALIKE_EMAIL(
            "lookalikeEmail",
            FactType.FLAG,
            "the domain of the e-mail address is nearly that of a well-known one"),

    // The client
    IP_KNOWN("ipKnown", FactType.FLAG, "the IP address of the client is known"),
    DEVICE_KNOWN("deviceKnown", FactType.FLAG, "the device of the client is known"),
    SOURCE_COUNTRY(
            "sourceCountry",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 country of the client; empty if unknown"),
    FOREIGN_NUMBER(
            "foreignNumber",
            FactType.FLAG,
            "the phone number and the client are known to be in different countries"),
    ASN("asn", FactType.COUNT, "autonomous system number of the client; 0 if unknown"),
    HOSTING_NETWORK("hostingNetwork", FactType.FLAG, "the client is in a data centre network"),
    ANONYMISING_NETWORK(
            "anonymisingNetwork",
            FactType.FLAG,
            "the client is in a network that anonymises its users"),

    // Active blocks
    METHOD_BLOCKED("methodBlocked", FactType.FLAG, "the destination is blocked"),
    METHOD_BLOCK_PERMANENT(
            "methodBlockPermanent", FactType.FLAG, "the block of the destination is permanent"),
    METHOD_BLOCK_SINCE(
            "methodBlockSince", FactType.TIME, "when the block of the destination first started"),
    METHOD_BLOCK_UNTIL("methodBlockUntil", FactType.TIME, "when the block of the destination ends"),
    METHOD_BLOCK_SAME_SOURCE(
            "methodBlockSameSource",
            FactType.FLAG,
            "this client caused the block of the destination"),
    METHOD_BLOCK_REASON(
            "methodBlockReason", FactType.TEXT, "reason code of the block of the destination"),
    SOURCE_BLOCKED("sourceBlocked", FactType.FLAG, "the client is blocked"),
    SOURCE_BLOCK_PERMANENT(
            "sourceBlockPermanent", FactType.FLAG, "the block of the client is permanent"),
    SOURCE_BLOCK_SINCE(
            "sourceBlockSince", FactType.TIME, "when the block of the client first started"),
    SOURCE_BLOCK_UNTIL("sourceBlockUntil", FactType.TIME, "when the block of the client ends"),
    SOURCE_BLOCK_SAME_SOURCE(
            "sourceBlockSameSource", FactType.FLAG, "this client caused the block of the client"),
    SOURCE_BLOCK_REASON(
            "sourceBlockReason", FactType.TEXT, "reason code of the block of the client"),
    ACCOUNT_BLOCKED("accountBlocked", FactType.FLAG, "the account is blocked"),
    ACCOUNT_BLOCK_PERMANENT(
            "accountBlockPermanent", FactType.FLAG, "the block of the account is permanent"),
    ACCOUNT_BLOCK_SINCE(
            "accountBlockSince", FactType.TIME, "when the block of the account first started"),
    ACCOUNT_BLOCK_UNTIL("accountBlockUntil", FactType.TIME, "when the block of the account ends"),
    ACCOUNT_BLOCK_SAME_SOURCE(
            "accountBlockSameSource", FactType.FLAG, "this client caused the block of the account"),
    ACCOUNT_BLOCK_REASON(
            "accountBlockReason", FactType.TEXT, "reason code of the block of the account"),
    REGION_BLOCKED("regionBlocked", FactType.FLAG, "the phone number's region is blocked"),
    REGION_BLOCK_PERMANENT(
            "regionBlockPermanent",
            FactType.FLAG,
            "the block of the phone number's region is permanent"),
    REGION_BLOCK_SINCE(
            "regionBlockSince",
            FactType.TIME,
            "when the block of the phone number's region first started"),
    REGION_BLOCK_UNTIL(
            "regionBlockUntil", FactType.TIME, "when the block of the phone number's region ends"),
    REGION_BLOCK_SAME_SOURCE(
            "regionBlockSameSource",
            FactType.FLAG,
            "this client caused the block of the phone number's region"),
    REGION_BLOCK_REASON(
            "regionBlockReason",
            FactType.TEXT,
            "reason code of the block of the phone number's region");

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
