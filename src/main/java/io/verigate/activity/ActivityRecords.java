package io.verigate.activity;

import io.verigate.ledger.RecordType;
import io.verigate.ledger.RecordType.Key;

/// Where counters and blocks stand in the ledger.
public final class ActivityRecords {
    /// What was counted, by the number of a row. The locked shelf: who reads a row waits for all others that read it.
    public static final RecordType<Long, CounterRow> COUNTERS =
            new RecordType<>("tallies", Long.class, CounterRow.class, true);

    /// The blocks of a subject.
    public static final RecordType<SubjectKey, Blocks> BLOCKS =
            new RecordType<>("blocks", SubjectKey.class, Blocks.class, false);

    private ActivityRecords() {}

    /// Where the tally of a subject stands: reading it locks the subject.
    public static Key<Long, CounterRow> counterRow(SubjectKey subject) {
        return COUNTERS.key(subject.row());
    }
}
