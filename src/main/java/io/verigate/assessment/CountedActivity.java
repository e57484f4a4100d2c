package io.verigate.assessment;

import io.verigate.activity.CounterRecord;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import io.verigate.policy.CounterDefinition;
import io.verigate.policy.CounterValues;
import io.verigate.policy.GapDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The counters of one interaction's subjects: before the interaction, for gaps, and including it, for counts.
///
/// A request is counted before it is decided, because refused requests count too. A gap is the time since the last
/// event before this one. Used by one thread.
final class CountedActivity implements CounterValues {
    private final Instant now;
    private final Map<SubjectKind, CounterRecord> before;
    private final Map<SubjectKind, CounterRecord> counted;

    CountedActivity(Map<SubjectKind, CounterRecord> before, Instant now) {
        this.before = before;
        this.counted = before.isEmpty() ? new EnumMap<>(SubjectKind.class) : new EnumMap<>(before);
        this.now = now;
    }

    /// Counts an event for every subject, and the distinct subjects that policies count.
    void add(ActivityEvent event, Instant at, Subjects subjects, Set<SubjectKind> distinct) {
        counted.replaceAll((kind, counterRecord) -> {
            CounterRecord next = counterRecord.plus(event, at);
            for (SubjectKind other : distinct) {
                SubjectKey seen = subjects.orNull(other);
                next = seen == null || other == kind ? next : next.seen(event, seen, at);
            }
            return next;
        });
    }

    /// Counts an event for one subject.
    void add(ActivityEvent event, Instant at, SubjectKind kind) {
        counted.computeIfPresent(kind, (same, counterRecord) -> counterRecord.plus(event, at));
    }

    /// The counters with everything that was added.
    Map<SubjectKind, CounterRecord> counted() {
        return counted;
    }

    @Override
    public long count(CounterDefinition counter) {
        CounterRecord counterRecord = counted.get(counter.per());
        if (counterRecord == null) {
            return 0;
        }
        Instant window = now.minus(counter.within());
        Instant from =
                counter.after() == null
                        ? window
                        : counterRecord
                                .last(counter.after())
                                .filter(window::isBefore)
                                .orElse(window);
        if (counter.quiet() != null) {
            return counterRecord.count(counter.event(), from, counter.quiet(), now);
        }
        return counter.distinct() != null
                ? counterRecord.distinct(counter.event(), counter.distinct(), from)
                : counterRecord.count(counter.event(), from);
    }

    @Override
    public Duration since(GapDefinition gap) {
        CounterRecord counterRecord = before.get(gap.per());
        return counterRecord == null ? FactType.NEVER : counterRecord.since(gap.event(), now);
    }
}
