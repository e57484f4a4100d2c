package io.verigate.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The counters of related subjects in one row of the database, so that counting for all of them takes one lock and one
/// write, exact on every node. Immutable.
///
/// @param entries each subject once, in the order in which they were first counted
/// @param blocked whether one of its subjects was ever blocked: blocks are read only then
public record CounterRow(List<Entry> entries, boolean blocked) {
    /// Nothing was counted yet.
    public static final CounterRow NONE = new CounterRow(List.of(), false);

    /// The maximum number of subjects in a row. A range has at most a hundred numbers; of the clients of one account,
    /// the least recent one is dropped, which has a row of its own as well.
    static final int MAX = 128;

    public CounterRow {
        entries = List.copyOf(entries);
    }

    /// One subject of the row and its counters.
    record Entry(SubjectKey subject, CounterRecord counterRecord) {}

    /// The counters of a subject.
    public CounterRecord of(SubjectKey subject) {
        for (Entry entry : entries) {
            if (entry.subject.equals(subject)) {
                return entry.counterRecord;
            }
        }
        return CounterRecord.EMPTY;
    }

    /// The row with other counters for a subject.
    public CounterRow with(SubjectKey subject, CounterRecord counterRecord) {
        List<Entry> next = new ArrayList<>(entries.size() + 1);
        boolean found = false;
        for (Entry entry : entries) {
            boolean same = entry.subject.equals(subject);
            next.add(same ? new Entry(subject, counterRecord) : entry);
            found |= same;
        }
        if (!found) {
            next.add(new Entry(subject, counterRecord));
        }
        if (next.size() > MAX) {
            next.stream()
                    .filter(entry -> !entry.subject.equals(subject) && !entry.subject.isHome())
                    .min(Comparator.comparingLong(entry -> entry.counterRecord.lastMicros()))
                    .ifPresent(next::remove);
        }
        return new CounterRow(next, blocked);
    }

    /// The row after one of its subjects was blocked.
    public CounterRow withBlock() {
        return blocked ? this : new CounterRow(entries, true);
    }

    /// The bytes to store, without `blocked`.
    public byte[] encode() {
        return CounterCodec.encode(this);
    }

    /// Decodes a row.
    ///
    /// @param row its number
    public static CounterRow decode(long row, byte[] bytes, boolean blocked) {
        return new CounterRow(CounterCodec.decode(row, bytes), blocked);
    }

    @Override
    public String toString() {
        return "counters of " + entries.size() + " subjects";
    }
}
