package io.verigate.decision;

import java.util.Arrays;
import java.util.List;

/// What can be counted. The number is what is stored, so it never changes and is never used again.
public enum ActivityEvent implements WireEnum {
    /// A code was asked for, whatever the answer was.
    CODE_REQUEST(1),
    /// A code was allowed to leave, at once or later.
    CODE_SENT(2),
    /// A code was typed in correctly.
    CODE_VERIFIED(3),
    /// A code was typed in wrongly.
    CHECK_FAILED(4),
    /// Somebody signs in, outcome not known yet.
    SIGN_IN(5),
    /// A sign-in went well.
    SIGN_IN_SUCCEEDED(6),
    /// A sign-in failed.
    SIGN_IN_FAILED(7),
    /// A new account is about to be made.
    SIGN_UP(8),
    /// Security info was added, removed or replaced, or that was tried.
    SECURITY_INFO_CHANGE(9),
    /// A minor violation of the terms was reported.
    MINOR_VIOLATION(10),
    /// A major violation of the terms was reported.
    MAJOR_VIOLATION(11),
    /// A severe violation of the terms was reported.
    SEVERE_VIOLATION(12),
    /// A person reported a code that nobody asked for.
    UNREQUESTED_CODE(13),
    /// The SIM card behind a number changed.
    SIM_CHANGED(14),
    /// A temporary or permanent block began.
    BLOCK(15),
    /// A person proved themselves with confirmed security info.
    SECURITY_INFO_USED(16),
    /// The operator says that a code arrived.
    CODE_DELIVERED(31),
    /// The operator says that a code did not arrive, or cannot tell.
    CODE_UNDELIVERED(32),

    // What only rules say happened.
    /// A code did not arrive because the inbox is full.
    INBOX_FULL(33, true),
    /// A code did not arrive because nobody has the address.
    WRONG_ADDRESS(34, true),
    /// A code did not arrive because its sender is held back.
    SENDER_BLOCKED(35, true),
    /// A code reached the phone and was not taken by its messaging app.
    APP_FAULT(36, true),
    /// A code did not arrive because the phone is off or out of reach.
    UNREACHABLE(43, true),
    /// The number was seen to be one on the internet.
    VOIP_NUMBER(37, true),
    /// More codes go there than are used.
    ELEVATED_TRAFFIC(38, true),
    /// Far more codes go there than are used.
    HIGH_TRAFFIC(39, true),
    /// A code that nobody asked for: somebody else tried to get in.
    SOMEONE_TRIED(40, true),
    /// A code that nobody asked for: somebody mistyped their own address.
    SOMEONE_MISTYPED(41, true),
    /// A code that was asked for and came late.
    CODE_LATE(42, true),
    /// Somebody tried to sign in sooner after a failure than anybody types.
    QUICK_REPEAT(44, true);

    private final String word = WireEnum.of(this);
    private final int number;
    private final boolean mark;

    ActivityEvent(int number) {
        this(number, false);
    }

    ActivityEvent(int number, boolean mark) {
        this.number = number;
        this.mark = mark;
    }

    /// What rules may mark, by its words.
    public static List<String> marks() {
        return Arrays.stream(values())
                .filter(event -> event.mark)
                .map(ActivityEvent::wireName)
                .toList();
    }

    @Override
    public String wireName() {
        return word;
    }

    /// The stored number, from 1 to 127.
    public int number() {
        return number;
    }
}
