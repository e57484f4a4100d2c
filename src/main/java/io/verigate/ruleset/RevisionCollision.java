package io.verigate.ruleset;

/// Different files have the same revision, which does not happen by chance.
public final class RevisionCollision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param revision of both
    public RevisionCollision(String revision) {
        super(
                "another rule set is kept as `"
                        + revision
                        + "`: change a comment to get another revision, and ask who made these files");
    }
}
