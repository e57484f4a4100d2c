package io.verigate.decision;

/// What can be counted. The number is what is stored, so it never changes and is never used again.
public enum ActivityEvent implements Word {
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
    SECURITY_INFO_USED(16);

    private final String word = Word.of(this);
    private final int number;

    ActivityEvent(int number) {
        this.number = number;
    }

    @Override
    public String word() {
        return word;
    }

    /// The stored number, from 1 to 127.
    public int number() {
        return number;
    }
}
