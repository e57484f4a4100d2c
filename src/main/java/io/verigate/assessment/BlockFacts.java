package io.verigate.assessment;

import io.verigate.decision.KnownFact;
import io.verigate.decision.Scope;

/// Which facts tell of the block of a scope.
record BlockFacts(
        KnownFact blocked,
        KnownFact permanent,
        KnownFact since,
        KnownFact until,
        KnownFact sameSource) {
    private static final BlockFacts METHOD =
            new BlockFacts(
                    KnownFact.METHOD_BLOCKED,
                    KnownFact.METHOD_BLOCK_PERMANENT,
                    KnownFact.METHOD_BLOCK_SINCE,
                    KnownFact.METHOD_BLOCK_UNTIL,
                    KnownFact.METHOD_BLOCK_SAME_SOURCE);
    private static final BlockFacts SOURCE =
            new BlockFacts(
                    KnownFact.SOURCE_BLOCKED,
                    KnownFact.SOURCE_BLOCK_PERMANENT,
                    KnownFact.SOURCE_BLOCK_SINCE,
                    KnownFact.SOURCE_BLOCK_UNTIL,
                    KnownFact.SOURCE_BLOCK_SAME_SOURCE);
    private static final BlockFacts ACCOUNT =
            new BlockFacts(
                    KnownFact.ACCOUNT_BLOCKED,
                    KnownFact.ACCOUNT_BLOCK_PERMANENT,
                    KnownFact.ACCOUNT_BLOCK_SINCE,
                    KnownFact.ACCOUNT_BLOCK_UNTIL,
                    KnownFact.ACCOUNT_BLOCK_SAME_SOURCE);
    private static final BlockFacts REGION =
            new BlockFacts(
                    KnownFact.REGION_BLOCKED,
                    KnownFact.REGION_BLOCK_PERMANENT,
                    KnownFact.REGION_BLOCK_SINCE,
                    KnownFact.REGION_BLOCK_UNTIL,
                    KnownFact.REGION_BLOCK_SAME_SOURCE);

    static BlockFacts of(Scope scope) {
        return switch (scope) {
            case METHOD -> METHOD;
            case SOURCE -> SOURCE;
            case ACCOUNT -> ACCOUNT;
            case REGION -> REGION;
        };
    }
}
