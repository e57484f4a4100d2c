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

/// The tallies of one interaction's subjects: as they were, for gaps, and with this interaction, for counts.
///
/// A request counts whether or not it is allowed, so it counts before it is decided; how long ago something happened
/// last means the time before this one. Used by one thread.
final class CountedActivity implements CounterValues {
    private final Instant now;
    private final Map<SubjectKind, CounterRecord> before;
    private final Map<SubjectKind, CounterRecord> counted;

    CountedActivity(Map<SubjectKind, CounterRecord> before, Instant now) {
        this.before = before;
        this.counted = before.isEmpty() ? new EnumMap<>(SubjectKind.class) : new EnumMap<>(before);
        this.now = now;
    }

    /// Counts an event for every subject, and who was seen with whom as far as policies ask.
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

    /// Counts an event for one subject only.
    void add(ActivityEvent event, Instant at, SubjectKind kind) {
        counted.computeIfPresent(kind, (same, counterRecord) -> counterRecord.plus(event, at));
    }

    /// The tallies with everything that was added.
    Map<SubjectKind, CounterRecord> counted() {
        return counted;
    }

    /// What the next request would see, with another destination or the same.
    CountedActivity next(Map<SubjectKind, CounterRecord> instead) {
        Map<SubjectKind, CounterRecord> all = new EnumMap<>(counted);
        all.putAll(instead);
        return new CountedActivity(all, now);
    }

    @Override
    public long count(CounterDefinition counter) {
        CounterRecord counterRecord = counted.get(counter.per());
        if (counterRecord == null) {
            return 0;
        }
        Instant from = now.minus(counter.within());
        if (counter.after() != null) {
            from = later(from, counterRecord.last(counter.after()).orElse(from));
        }
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
