package io.verigate.decision;

import java.util.Arrays;
import java.util.List;

/// An event that can be counted. Its number is stored, so it must never change or be reused.
public enum ActivityEvent implements WireEnum {
    /// A code was requested, whatever the decision.
    CODE_REQUEST(1),
    /// A code was allowed, to be sent at once or later.
    CODE_SENT(2),
    /// A check succeeded: the code was right.
    CODE_VERIFIED(3),
    /// A check failed: the code was wrong.
    CHECK_FAILED(4),
    /// A sign-in was attempted; its outcome is not known yet.
    SIGN_IN(5),
    /// A sign-in succeeded.
    SIGN_IN_SUCCEEDED(6),
    /// A sign-in failed.
    SIGN_IN_FAILED(7),
    /// An account is about to be created.
    SIGN_UP(8),
    /// A change of security info was requested, whatever the decision.
    SECURITY_INFO_CHANGE(9),
    /// A minor violation of the terms was reported.
    MINOR_VIOLATION(10),
    /// A major violation of the terms was reported.
    MAJOR_VIOLATION(11),
    /// A severe violation of the terms was reported.
    SEVERE_VIOLATION(12),
    /// A person reported a code that they had not requested.
    UNREQUESTED_CODE(13),
    /// The SIM card behind a number changed.
    SIM_CHANGED(14),
    /// A temporary or permanent block started.
    BLOCK(15),
    /// A person verified themselves with confirmed security info.
    SECURITY_INFO_USED(16),
    /// The provider reported that a code was delivered.
    CODE_DELIVERED(31),
    /// The provider reported that a code was not delivered, or does not know.
    CODE_UNDELIVERED(32),

    // Marks, which only rules record.
    /// A code was not delivered because the inbox is full.
    INBOX_FULL(33, true),
    /// A code was not delivered because the address does not exist.
    WRONG_ADDRESS(34, true),
    /// A code was not delivered because the recipient blocks its sender.
    SENDER_BLOCKED(35, true),
    /// A code reached the phone, but its messaging app did not accept it.
    APP_FAULT(36, true),
    /// A code was not delivered because the phone is off or out of coverage.
    UNREACHABLE(43, true),
    /// The number was found to be VoIP.
    VOIP_NUMBER(37, true),
    /// The pumping level is elevated: more codes are sent than verified.
    ELEVATED_TRAFFIC(38, true),
    /// The pumping level is high: far more codes are sent than verified.
    HIGH_TRAFFIC(39, true),
    /// An unrequested code: somebody else tried to sign in.
    SOMEONE_TRIED(40, true),
    /// An unrequested code: somebody mistyped their own address.
    SOMEONE_MISTYPED(41, true),
    /// A reported code had been requested, and was delivered late.
    CODE_LATE(42, true),
    /// A sign-in followed a failed one faster than a person can type.
    QUICK_REPEAT(44, true);

    private final int number;
    private final boolean mark;

    ActivityEvent(int number) {
        this(number, false);
    }

    ActivityEvent(int number, boolean mark) {
        this.number = number;
        this.mark = mark;
    }

    /// The spellings of the events that rules may mark.
    public static List<String> marks() {
        return Arrays.stream(values())
                .filter(event -> event.mark)
                .map(ActivityEvent::wireName)
                .toList();
    }

    /// The stored number, from 1 to 127.
    public int number() {
        return number;
    }
}
