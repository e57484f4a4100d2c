package io.verigate.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The tallies of subjects that are asked for together: one row of the database, so that counting for all of them is one
/// lock and one write, exact on every node. Immutable.
///
/// @param entries each subject once, in the order in which they were first counted for
/// @param blocked whether a block of one of its subjects ever began: blocks are looked for only then
public record CounterRow(List<Entry> entries, boolean blocked) {
    /// Nothing was counted yet.
    public static final CounterRow NONE = new CounterRow(List.of(), false);

    /// How many subjects one row holds. A range of a hundred numbers never comes near it; of the sources that ask for one
    /// account the one that was quiet for longest is forgotten, which is counted for by itself as well.
    static final int MAX = 128;

    public CounterRow {
        entries = List.copyOf(entries);
    }

    /// One subject of the row, and what was counted for it.
    record Entry(SubjectKey subject, CounterRecord counterRecord) {}

    /// What was counted for a subject.
    public CounterRecord of(SubjectKey subject) {
        for (Entry entry : entries) {
            if (entry.subject.equals(subject)) {
                return entry.counterRecord;
            }
        }
        return CounterRecord.EMPTY;
    }

    /// The row with another tally for a subject.
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

    /// The row after a block of one of its subjects began.
    public CounterRow withBlock() {
        return blocked ? this : new CounterRow(entries, true);
    }

    /// The bytes to store; `blocked` is not in them.
    public byte[] encode() {
        return CounterCodec.encode(this);
    }

    /// The tallies of a row from its bytes.
    ///
    /// @param row its number, which all its subjects share
    public static CounterRow decode(long row, byte[] bytes, boolean blocked) {
        return new CounterRow(CounterCodec.decode(row, bytes), blocked);
    }

    @Override
    public String toString() {
        return "tallies of " + entries.size() + " subjects";
    }
}
