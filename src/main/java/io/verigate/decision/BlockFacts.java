package io.verigate.decision;

/// Which facts tell of the block of a scope.
public record BlockFacts(
        KnownFact blocked,
        KnownFact permanent,
        KnownFact since,
        KnownFact until,
        KnownFact sameSource,
        KnownFact reason) {
    private static final BlockFacts METHOD =
            new BlockFacts(
                    KnownFact.METHOD_BLOCKED,
                    KnownFact.METHOD_BLOCK_PERMANENT,
                    KnownFact.METHOD_BLOCK_SINCE,
                    KnownFact.METHOD_BLOCK_UNTIL,
                    KnownFact.METHOD_BLOCK_SAME_SOURCE,
                    KnownFact.METHOD_BLOCK_REASON);
    private static final BlockFacts SOURCE =
            new BlockFacts(
                    KnownFact.SOURCE_BLOCKED,
                    KnownFact.SOURCE_BLOCK_PERMANENT,
                    KnownFact.SOURCE_BLOCK_SINCE,
                    KnownFact.SOURCE_BLOCK_UNTIL,
                    KnownFact.SOURCE_BLOCK_SAME_SOURCE,
                    KnownFact.SOURCE_BLOCK_REASON);
    private static final BlockFacts ACCOUNT =
            new BlockFacts(
                    KnownFact.ACCOUNT_BLOCKED,
                    KnownFact.ACCOUNT_BLOCK_PERMANENT,
                    KnownFact.ACCOUNT_BLOCK_SINCE,
                    KnownFact.ACCOUNT_BLOCK_UNTIL,
                    KnownFact.ACCOUNT_BLOCK_SAME_SOURCE,
                    KnownFact.ACCOUNT_BLOCK_REASON);
    private static final BlockFacts REGION =
            new BlockFacts(
                    KnownFact.REGION_BLOCKED,
                    KnownFact.REGION_BLOCK_PERMANENT,
                    KnownFact.REGION_BLOCK_SINCE,
                    KnownFact.REGION_BLOCK_UNTIL,
                    KnownFact.REGION_BLOCK_SAME_SOURCE,
                    KnownFact.REGION_BLOCK_REASON);

    /// The facts of a scope.
    public static BlockFacts of(Scope scope) {
        return switch (scope) {
            case METHOD -> METHOD;
            case SOURCE -> SOURCE;
            case ACCOUNT -> ACCOUNT;
            case REGION -> REGION;
        };
    }
}
