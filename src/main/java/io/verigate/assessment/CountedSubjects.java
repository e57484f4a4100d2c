package io.verigate.assessment;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRecord;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The kinds of subjects that one decision counts for, and where their counters and blocks are stored.
///
/// @param kinds always account, destination and client; others as the policies require
record CountedSubjects(Set<SubjectKind> kinds) {
    /// The kinds that a block can apply to.
    private static final Set<SubjectKind> BLOCKABLE =
            Arrays.stream(Scope.values())
                    .map(Subjects::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(SubjectKind.class)));

    CountedSubjects {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }

    static CountedSubjects of(RuleSetSelection selection) {
        Set<SubjectKind> kinds =
                EnumSet.of(SubjectKind.ACCOUNT, SubjectKind.DESTINATION, SubjectKind.SOURCE);
        kinds.addAll(selection.subjects());
        return new CountedSubjects(kinds);
    }

    /// The keys of the counters and blocks of these subjects.
    Set<Key<?, ?>> keys(Subjects subjects) {
        Set<Key<?, ?>> keys = new HashSet<>();
        subjects.all()
                .forEach((kind, subject) -> {
                    // The row of counters says whether to look for blocks.
                    if (kinds.contains(kind) || BLOCKABLE.contains(kind)) {
                        keys.add(ActivityRecords.counterRow(subject));
                    }
                    if (BLOCKABLE.contains(kind)) {
                        keys.add(ActivityRecords.BLOCKS.key(subject));
                    }
                });
        return keys;
    }

    /// The counters of these subjects, by kind; empty counters where nothing was counted.
    Map<SubjectKind, CounterRecord> read(Subjects subjects, TransactionView view) {
        Map<SubjectKind, CounterRecord> counters = new EnumMap<>(SubjectKind.class);
        for (SubjectKind kind : kinds) {
            subjects.find(kind)
                    .ifPresent(subject ->
                            counters.put(
                                    kind, ActivityRecords.counters(view, subject).of(subject)));
        }
        return counters;
    }
}
