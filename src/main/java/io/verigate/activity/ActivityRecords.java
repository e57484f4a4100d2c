package io.verigate.activity;

import io.verigate.ledger.RecordType;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;

/// The record types of counters and blocks in the ledger.
public final class ActivityRecords {
    /// Counters, by the number of a row. Reading a row locks it.
    public static final RecordType<Long, CounterRow> COUNTERS =
            new RecordType<>("counters", Long.class, CounterRow.class, true);

    /// The blocks of a subject.
    public static final RecordType<SubjectKey, Blocks> BLOCKS =
            new RecordType<>("blocks", SubjectKey.class, Blocks.class, false);

    private ActivityRecords() {}

    /// The key of the row with the counters of a subject. Reading it locks the subject.
    public static Key<Long, CounterRow> counterRow(SubjectKey subject) {
        return COUNTERS.key(subject.row());
    }

    /// The row with the counters of a subject; an empty one when nothing was counted.
    public static CounterRow counters(TransactionView view, SubjectKey subject) {
        return view.get(counterRow(subject)).orElse(CounterRow.NONE);
    }
}
