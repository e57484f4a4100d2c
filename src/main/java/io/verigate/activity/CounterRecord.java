package io.verigate.activity;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Everything counted for one subject, for windows of any length. Immutable.
public final class CounterRecord {
    /// Nothing was counted yet.
    public static final CounterRecord EMPTY =
            new CounterRecord(new int[0], new EventHistory[0], new int[0], new DistinctSet[0]);

    // For two or three kinds of events, arrays cost less than maps, and a decision makes a dozen.
    private final int[] events;
    private final EventHistory[] histories;
    private final int[] pairs;
    private final DistinctSet[] distinctSets;

    /// Arrays are not copied: the caller must not keep them.
    ///
    /// @param events event number of each history
    /// @param pairs event and kind of the others of each distinct set
    CounterRecord(int[] events, EventHistory[] histories, int[] pairs, DistinctSet[] distinctSets) {
        this.events = events;
        this.histories = histories;
        this.pairs = pairs;
        this.distinctSets = distinctSets;
    }

    /// The counters with one more event.
    public CounterRecord plus(ActivityEvent event, Instant at) {
        int index = index(events, event.number());
        int[] names = extended(events, event.number(), index);
        EventHistory[] more = Arrays.copyOf(histories, names.length);
        more[index] = (index < histories.length ? histories[index] : EventHistory.EMPTY).plus(at);
        return new CounterRecord(names, more, pairs, distinctSets);
    }

    /// The counters with one more subject seen at an event, for distinct counts.
    public CounterRecord seen(ActivityEvent event, SubjectKey other, Instant at) {
        int pair = pair(event, other.kind());
        int index = index(pairs, pair);
        int[] names = extended(pairs, pair, index);
        DistinctSet[] more = Arrays.copyOf(distinctSets, names.length);
        more[index] =
                (index < distinctSets.length ? distinctSets[index] : DistinctSet.EMPTY)
                        .plus(other, at);
        return new CounterRecord(events, histories, names, more);
    }

    /// The number of events after a time.
    public long count(ActivityEvent event, Instant from) {
        return history(event).since(from);
    }

    /// The number of events after a time, back to the last silence longer than `quiet`.
    public long count(ActivityEvent event, Instant from, Duration quiet, Instant now) {
        return history(event).since(from, quiet, now);
    }

    /// The number of distinct others seen at an event after a time, at most 128.
    public long distinct(ActivityEvent event, SubjectKind other, Instant from) {
        int index = index(pairs, pair(event, other));
        return index < pairs.length ? distinctSets[index].since(from) : 0;
    }

    /// The time of the latest event; empty when there was none.
    public Optional<Instant> last(ActivityEvent event) {
        long micros = history(event).lastMicros();
        return micros == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000),
                                Math.floorMod(micros, 1_000_000) * 1_000L));
    }

    /// The time since the latest event; `NEVER` when there was none, zero when clocks of nodes disagree.
    public Duration since(ActivityEvent event, Instant now) {
        return last(event).map(last -> FactType.elapsed(last, now)).orElse(FactType.NEVER);
    }

    int[] events() {
        return events;
    }

    EventHistory[] histories() {
        return histories;
    }

    int[] pairs() {
        return pairs;
    }

    DistinctSet[] distinctSets() {
        return distinctSets;
    }

    /// Microseconds since 1970 of the latest event of any kind.
    long lastMicros() {
        long last = Long.MIN_VALUE;
        for (EventHistory history : histories) {
            last = Math.max(last, history.lastMicros());
        }
        return last;
    }

    private EventHistory history(ActivityEvent event) {
        int index = index(events, event.number());
        return index < events.length ? histories[index] : EventHistory.EMPTY;
    }

    private static int pair(ActivityEvent event, SubjectKind other) {
        return event.number() << 8 | other.number();
    }

    private static int index(int[] names, int name) {
        int index = 0;
        while (index < names.length && names[index] != name) {
            index++;
        }
        return index;
    }

    private static int[] extended(int[] names, int name, int index) {
        if (index < names.length) {
            return names;
        }
        int[] more = Arrays.copyOf(names, index + 1);
        more[index] = name;
        return more;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterRecord that
                && Arrays.equals(events, that.events)
                && Arrays.equals(histories, that.histories)
                && Arrays.equals(pairs, that.pairs)
                && Arrays.equals(distinctSets, that.distinctSets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(histories);
    }

    @Override
    public String toString() {
        return "counters of " + events.length + " kinds of events";
    }
}
