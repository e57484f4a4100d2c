package io.verigate.rules;

/// What is no constraint.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final String why;

    Unreadable(Written written, String why) {
        super(why);
        this.written = written;
        this.why = why;
    }

    /// The smallest part that is not understood.
    Written written() {
        return written;
    }

    /// What to write instead.
    String why() {
        return why;
    }
}
