package io.verigate.rules.syntax;

/// A syntax error in a rule.
public final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourceToken written;
    private final String why;

    SyntaxError(SourceToken written, String why) {
        super(why);
        this.written = written;
        this.why = why;
    }

    /// Its position.
    public SourceToken written() {
        return written;
    }

    /// The message.
    public String why() {
        return why;
    }
}
