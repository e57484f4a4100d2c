package io.verigate.decision;

import java.util.List;

/// The facts that the service itself supplies; policies add counters, waits, scores and table columns to them.
public enum KnownFact {
    // The request
    /// What is assessed.
    INTERACTION(
            "interaction",
            FactType.TEXT,
            WireEnum.all(InteractionKind.class),
            "what is being assessed"),
    /// Whether a code would leave.
    ASKS_FOR_CODE(
            "asksForCode",
            FactType.FLAG,
            "a code leaves when this is allowed (send, add, replace)"),
    /// What was reported.
    EVENT(
            "event",
            FactType.TEXT,
            WireEnum.all(ReportedEvent.class),
            "what the caller reports; empty unless it is a report"),
    /// How grave the reported violation is.
    SEVERITY(
            "severity",
            FactType.TEXT,
            WireEnum.all(Severity.class),
            "how grave the reported violation of the terms is"),
    /// What the operator says.
    RECEIPT(
            "receipt",
            FactType.TEXT,
            List.of("undeliverable", "expired", "rejected", "unknown"),
            "what the operator says of a code that did not arrive"),
    /// In its own words.
    RECEIPT_ERROR(
            "receiptError", FactType.TEXT, "the operator's own code for why it did not arrive"),
    /// Whether the code is known.
    CODE_KNOWN("codeKnown", FactType.FLAG, "the code that a person reports is on record"),
    /// Who asked for it.
    CODE_ORIGIN(
            "codeOrigin",
            FactType.TEXT,
            WireEnum.all(ClientFamiliarity.class),
            "from where the reported code was asked for"),
    /// How long it took.
    CODE_TRANSIT(
            "codeTransit",
            FactType.DURATION,
            "how long after it was sent the reported code arrived, or was reported"),
    /// Why no code came.
    SYMPTOM(
            "symptom",
            FactType.TEXT,
            WireEnum.all(Symptom.class),
            "why the person says that no code came"),
    /// Now.
    NOW("now", FactType.TIME, "when the decision is made"),

    // The account
    /// Whether the account is registered.
    ACCOUNT_KNOWN("accountKnown", FactType.FLAG, "the account has been told to the service before"),
    /// Its kind.
    ACCOUNT_KIND(
            "accountKind",
            FactType.TEXT,
            WireEnum.all(AccountKind.class),
            "who looks after the account"),
    /// Its standing.
    ACCOUNT_STANDING(
            "accountStanding",
            FactType.TEXT,
            WireEnum.all(Standing.class),
            "whether the account may be used"),
    /// Its age.
    ACCOUNT_AGE("accountAge", FactType.DURATION, "how long ago the account was first seen"),
    /// How many confirmed methods it has.
    CONFIRMED_METHODS(
            "confirmedMethods",
            FactType.COUNT,
            "how many pieces of confirmed security info the account has"),
    /// Those that are no proof yet.
    PENDING_METHODS(
            "pendingMethods",
            FactType.COUNT,
            "how many pieces of security info of the account are not proven yet, or wait for the end of a hold"),
    /// Whether all of them get codes.
    CODES_ONLY(
            "codesOnly",
            FactType.FLAG,
            "the account has confirmed security info, and all of it gets codes by message"),
    /// When something was last proven.
    SINCE_CONFIRMED(
            "sinceConfirmed",
            FactType.DURATION,
            "how long ago confirmed security info last proved something, its confirmation included"),
    /// Whether the account is asked to verify.
    PROMPT_OPEN(
            "promptOpen",
            FactType.FLAG,
            "the account was asked to verify its security info, has not yet, and has some"),
    /// Since when it is asked.
    SINCE_FIRST_NOTICE(
            "sinceFirstNotice",
            FactType.DURATION,
            "how long ago the account was first asked to; never unless `promptOpen`"),
    /// When that was put off.
    SINCE_PROMPT_SKIP(
            "sincePromptSkip",
            FactType.DURATION,
            "how long ago that was last put off; never unless `promptOpen`"),
    /// How many a removal leaves.
    CONFIRMED_METHODS_LEFT(
            "confirmedMethodsLeft",
            FactType.COUNT,
            "how many pieces of confirmed security info the account has when this was done"),
    /// Whether it had some.
    METHODS_CLEARED(
            "methodsCleared",
            FactType.FLAG,
            "the help desk cleared the security info of the account, and none was proven since"),
    /// When one was taken away.
    SINCE_METHOD_REMOVED(
            "sinceMethodRemoved",
            FactType.DURATION,
            "how long ago confirmed security info was last taken from the account, by a person or the help desk"),
    /// Since when it had had any.
    METHODS_HAD_AT_REMOVAL(
            "methodsHadAtRemoval",
            FactType.DURATION,
            "how long the account had had confirmed security info then"),
    /// How old the oldest was that is left.
    OLDEST_LEFT_AT_REMOVAL(
            "oldestLeftAtRemoval",
            FactType.DURATION,
            "how long the oldest of what is left had been confirmed then; 0 when it was confirmed later"),
    /// Whether a replacement waits.
    REPLACEMENT_PENDING(
            "replacementPending",
            FactType.FLAG,
            "security info of the account is held, to replace all other"),
    /// Whether the password is known.
    PASSWORD_FORGOTTEN("passwordForgotten", FactType.FLAG, "the person does not know the password"),
    /// Whether the source is known to the account.
    FAMILIAR_SOURCE(
            "familiarSource",
            FactType.FLAG,
            "the account succeeded from this device or network before"),
    /// Whether it is the owner who asks.
    FROM_OWNER(
            "fromOwner",
            FactType.FLAG,
            "a familiar source asks about confirmed security info of the account"),
    /// Whether the device is new.
    NEW_DEVICE(
            "newDevice", FactType.FLAG, "the account has a pattern, and this device is not in it"),
    /// Whether the network is new.
    NEW_NETWORK(
            "newNetwork",
            FactType.FLAG,
            "the account has a pattern, and this network is not in it"),
    /// Whether the country is new.
    NEW_COUNTRY(
            "newCountry",
            FactType.FLAG,
            "the account has a pattern, and this country is not in it"),
    /// Since when the last other country was seen.
    SINCE_OTHER_COUNTRY(
            "sinceOtherCountry",
            FactType.DURATION,
            "how long ago the account succeeded from another country"),
    /// How fast somebody would have had to travel.
    TRAVEL_SPEED(
            "travelSpeed",
            FactType.COUNT,
            "kilometres an hour that the account would have had to travel since it succeeded from another country; 0 when not known"),

    // The method
    /// The channel.
    CHANNEL(
            "channel",
            FactType.TEXT,
            WireEnum.all(Channel.class),
            "how the code would travel; empty without a method"),
    /// Whether the method is enrolled.
    ENROLLED(
            "enrolled",
            FactType.FLAG,
            "the address is security info of the account, and not removed"),
    /// State of the enrolled method.
    METHOD_STATE(
            "methodState",
            FactType.TEXT,
            WireEnum.all(InfoState.class),
            "the state of the security info; empty unless enrolled"),
    /// Whether it is held.
    METHOD_HELD(
            "methodHeld",
            FactType.FLAG,
            "the security info is a replacement that is held, and proves nothing until it takes effect"),
    /// Region of the number.
    PHONE_REGION(
            "phoneRegion",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 region of the phone number; empty without one"),
    /// Kind of line.
    LINE_TYPE(
            "lineType",
            FactType.TEXT,
            WireEnum.all(LineType.class),
            "what kind of line the phone number belongs to"),
    /// Whether the caller said so.
    LINE_TYPE_TOLD(
            "lineTypeTold", FactType.FLAG, "the caller told what kind of line the number has"),
    /// The carrier.
    CARRIER(
            "carrier",
            FactType.TEXT,
            "name of the carrier that the number was first given to; empty when not known"),
    /// Whether a number can exist.
    PHONE_VALID(
            "phoneValid", FactType.FLAG, "the phone number fits the numbering plan of its region"),
    /// Own domain.
    OWN_DOMAIN_EMAIL(
            "ownDomainEmail",
            FactType.FLAG,
            "the e-mail address lies in a domain of the operator's own accounts"),
    /// Throw-away domain.
    DISPOSABLE_EMAIL(
            "disposableEmail",
            FactType.FLAG,
            "the e-mail address lies in a domain of throw-away mailboxes"),
    /// Nearly a well-known domain.
    LOOKALIKE_EMAIL(
            "lookalikeEmail",
            FactType.FLAG,
            "the domain of the e-mail address is nearly that of a well-known one"),

    // The source
    /// Whether the IP address is known.
    IP_KNOWN("ipKnown", FactType.FLAG, "the IP address of the source was told"),
    /// Whether the device is known.
    DEVICE_KNOWN("deviceKnown", FactType.FLAG, "the device of the source was told"),
    /// Country of the source.
    SOURCE_COUNTRY(
            "sourceCountry",
            FactType.TEXT,
            Region.CODES,
            "ISO 3166-1 country of the source; empty when not known"),
    /// Number country differs from source country.
    FOREIGN_NUMBER(
            "foreignNumber",
            FactType.FLAG,
            "number and source are both known and lie in different countries"),
    /// AS number.
    ASN("asn", FactType.COUNT, "number of the autonomous system of the source; 0 when not known"),
    /// Hosting.
    HOSTING_NETWORK("hostingNetwork", FactType.FLAG, "the source is a data centre"),
    /// Anonymiser.
    ANONYMISING_NETWORK("anonymisingNetwork", FactType.FLAG, "the source hides who uses it"),

    // Blocks that hold now
    /// Method block.
    METHOD_BLOCKED("methodBlocked", FactType.FLAG, "a block of this destination holds"),
    /// Its kind.
    METHOD_BLOCK_PERMANENT(
            "methodBlockPermanent", FactType.FLAG, "the block of this destination has no end"),
    /// Its beginning.
    METHOD_BLOCK_SINCE(
            "methodBlockSince", FactType.TIME, "when the block of this destination first began"),
    /// Its end.
    METHOD_BLOCK_UNTIL(
            "methodBlockUntil", FactType.TIME, "when the block of this destination ends"),
    /// Its source.
    METHOD_BLOCK_SAME_SOURCE(
            "methodBlockSameSource",
            FactType.FLAG,
            "this source caused the block of this destination"),
    /// Its reason.
    METHOD_BLOCK_REASON(
            "methodBlockReason", FactType.TEXT, "the reason code of the block of this destination"),
    /// Source block.
    SOURCE_BLOCKED("sourceBlocked", FactType.FLAG, "a block of this source holds"),
    /// Its kind.
    SOURCE_BLOCK_PERMANENT(
            "sourceBlockPermanent", FactType.FLAG, "the block of this source has no end"),
    /// Its beginning.
    SOURCE_BLOCK_SINCE(
            "sourceBlockSince", FactType.TIME, "when the block of this source first began"),
    /// Its end.
    SOURCE_BLOCK_UNTIL("sourceBlockUntil", FactType.TIME, "when the block of this source ends"),
    /// Its source.
    SOURCE_BLOCK_SAME_SOURCE(
            "sourceBlockSameSource", FactType.FLAG, "this source caused the block of this source"),
    /// Its reason.
    SOURCE_BLOCK_REASON(
            "sourceBlockReason", FactType.TEXT, "the reason code of the block of this source"),
    /// Account block.
    ACCOUNT_BLOCKED("accountBlocked", FactType.FLAG, "a block of this account holds"),
    /// Its kind.
    ACCOUNT_BLOCK_PERMANENT(
            "accountBlockPermanent", FactType.FLAG, "the block of this account has no end"),
    /// Its beginning.
    ACCOUNT_BLOCK_SINCE(
            "accountBlockSince", FactType.TIME, "when the block of this account first began"),
    /// Its end.
    ACCOUNT_BLOCK_UNTIL("accountBlockUntil", FactType.TIME, "when the block of this account ends"),
    /// Its source.
    ACCOUNT_BLOCK_SAME_SOURCE(
            "accountBlockSameSource",
            FactType.FLAG,
            "this source caused the block of this account"),
    /// Whether it is for the terms.
    ACCOUNT_BLOCK_REASON(
            "accountBlockReason", FactType.TEXT, "the reason code of the block of this account"),
    /// Region block.
    REGION_BLOCKED(
            "regionBlocked", FactType.FLAG, "a block of the region of the phone number holds"),
    /// Its kind.
    REGION_BLOCK_PERMANENT(
            "regionBlockPermanent", FactType.FLAG, "the block of the region has no end"),
    /// Its beginning.
    REGION_BLOCK_SINCE(
            "regionBlockSince", FactType.TIME, "when the block of the region first began"),
    /// Its end.
    REGION_BLOCK_UNTIL("regionBlockUntil", FactType.TIME, "when the block of the region ends"),
    /// Its source.
    REGION_BLOCK_SAME_SOURCE(
            "regionBlockSameSource", FactType.FLAG, "this source caused the block of the region"),
    /// Its reason.
    REGION_BLOCK_REASON(
            "regionBlockReason", FactType.TEXT, "the reason code of the block of the region");

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
