package io.verigate.decision;

/// Why the person says that no code came.
public enum Symptom implements WireEnum {
    /// The phone or mail program holds back unknown senders.
    UNKNOWN_SENDERS_BLOCKED,
    /// The mailbox or the message memory is full.
    INBOX_FULL,
    /// The messaging app does not show new messages.
    MESSAGING_APP_FAULT,
    /// The message lies in the junk folder.
    IN_JUNK,
    /// Nothing came, cause unknown.
    NOT_RECEIVED;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
