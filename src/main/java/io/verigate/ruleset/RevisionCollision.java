package io.verigate.ruleset;

/// Different files have the same revision, which does not happen by accident.
public final class RevisionCollision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param revision of both
    public RevisionCollision(String revision) {
        super(
                "another rule set has the revision `"
                        + revision
                        + "`; change a comment to get another revision, and find out who created these files");
    }
}
