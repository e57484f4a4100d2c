package io.verigate.activity;

import io.verigate.ledger.Shelf;

/// Where counters and blocks stand in the ledger.
public final class Activity {
    /// What was counted for a subject. The locked shelf: who reads a tally waits for all others that read it.
    public static final Shelf<SubjectKey, Tally> TALLIES =
            new Shelf<>("tallies", SubjectKey.class, Tally.class, true);

    /// The blocks of a subject.
    public static final Shelf<SubjectKey, Blocks> BLOCKS =
            new Shelf<>("blocks", SubjectKey.class, Blocks.class, false);

    private Activity() {}
}
