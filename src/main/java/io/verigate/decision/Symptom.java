package io.verigate.decision;

/// Why the person received no code, in their own view.
public enum Symptom implements WireEnum {
    /// The phone or mail program blocks unknown senders.
    UNKNOWN_SENDERS_BLOCKED,
    /// The mailbox or the message memory is full.
    INBOX_FULL,
    /// The messaging app does not show new messages.
    MESSAGING_APP_FAULT,
    /// The message is in the junk folder.
    IN_JUNK,
    /// Nothing was received, for an unknown reason.
    NOT_RECEIVED
}
