package io.verigate.rules.syntax;

/// What is no constraint.
public final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourceToken written;
    private final String why;

    SyntaxError(SourceToken written, String why) {
        super(why);
        this.written = written;
        this.why = why;
    }

    /// The smallest part that is not understood.
    public SourceToken written() {
        return written;
    }

    /// What to write instead.
    public String why() {
        return why;
    }
}
