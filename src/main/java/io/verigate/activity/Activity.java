package io.verigate.activity;

import io.verigate.ledger.Shelf;
import io.verigate.ledger.Shelf.Key;

/// Where counters and blocks stand in the ledger.
public final class Activity {
    /// What was counted, by the number of a row. The locked shelf: who reads a row waits for all others that read it.
    public static final Shelf<Long, Tallies> TALLIES =
            new Shelf<>("tallies", Long.class, Tallies.class, true);

    /// The blocks of a subject.
    public static final Shelf<SubjectKey, Blocks> BLOCKS =
            new Shelf<>("blocks", SubjectKey.class, Blocks.class, false);

    private Activity() {}

    /// Where the tally of a subject stands: reading it locks the subject.
    public static Key<Long, Tallies> tallies(SubjectKey subject) {
        return TALLIES.key(subject.row());
    }
}
