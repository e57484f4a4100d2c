package io.verigate.activity;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Everything counted for one subject, whatever windows the policies ask for. Immutable.
public final class CounterRecord {
    /// Nothing happened yet.
    public static final CounterRecord EMPTY =
            new CounterRecord(new int[0], new EventHistory[0], new int[0], new DistinctSet[0]);

    // Two or three kinds of events: arrays that are searched cost less than maps, and a decision
    // makes a dozen of them.
    private final int[] events;
    private final EventHistory[] timelines;
    private final int[] pairs;
    private final DistinctSet[] sightings;

    /// Arrays are not copied: nobody else may keep them.
    ///
    /// @param events number of the event of each timeline
    /// @param pairs event and kind of the other of each sightings
    CounterRecord(int[] events, EventHistory[] timelines, int[] pairs, DistinctSet[] sightings) {
        this.events = events;
        this.timelines = timelines;
        this.pairs = pairs;
        this.sightings = sightings;
    }

    /// The tally with one more event.
    public CounterRecord plus(ActivityEvent event, Instant at) {
        int place = place(events, event.number());
        int[] names = named(events, event.number(), place);
        EventHistory[] more = Arrays.copyOf(timelines, names.length);
        more[place] = (place < timelines.length ? timelines[place] : EventHistory.EMPTY).plus(at);
        return new CounterRecord(names, more, pairs, sightings);
    }

    /// The tally with another subject seen at an event, so that different ones can be counted.
    public CounterRecord seen(ActivityEvent event, SubjectKey other, Instant at) {
        int pair = pair(event, other.kind());
        int place = place(pairs, pair);
        int[] names = named(pairs, pair, place);
        DistinctSet[] more = Arrays.copyOf(sightings, names.length);
        more[place] =
                (place < sightings.length ? sightings[place] : DistinctSet.EMPTY).plus(other, at);
        return new CounterRecord(events, timelines, names, more);
    }

    /// How many events happened after a time.
    public long count(ActivityEvent event, Instant from) {
        return timeline(event).since(from);
    }

    /// How many events happened after a time, back to the last silence longer than `quiet`.
    public long count(ActivityEvent event, Instant from, Duration quiet, Instant now) {
        return timeline(event).since(from, quiet, now);
    }

    /// How many different others were seen at an event after a time; at most 128 are told apart.
    public long distinct(ActivityEvent event, SubjectKind other, Instant from) {
        int place = place(pairs, pair(event, other));
        return place < pairs.length ? sightings[place].since(from) : 0;
    }

    /// When the event happened last.
    public Optional<Instant> last(ActivityEvent event) {
        long micros = timeline(event).lastMicros();
        return micros == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(
                        Instant.ofEpochSecond(
                                Math.floorDiv(micros, 1_000_000),
                                Math.floorMod(micros, 1_000_000) * 1_000L));
    }

    /// How long ago the event happened last; `NEVER` when it did not, zero when clocks of nodes disagree.
    public Duration since(ActivityEvent event, Instant now) {
        return last(event)
                .map(last -> last.isAfter(now) ? Duration.ZERO : Duration.between(last, now))
                .orElse(FactType.NEVER);
    }

    int[] events() {
        return events;
    }

    EventHistory[] timelines() {
        return timelines;
    }

    int[] pairs() {
        return pairs;
    }

    DistinctSet[] sightings() {
        return sightings;
    }

    /// Microseconds since 1970 of the latest event of any kind.
    long lastMicros() {
        long last = Long.MIN_VALUE;
        for (EventHistory timeline : timelines) {
            last = Math.max(last, timeline.lastMicros());
        }
        return last;
    }

    private EventHistory timeline(ActivityEvent event) {
        int place = place(events, event.number());
        return place < events.length ? timelines[place] : EventHistory.EMPTY;
    }

    private static int pair(ActivityEvent event, SubjectKind other) {
        return event.number() << 8 | other.number();
    }

    private static int place(int[] names, int name) {
        int place = 0;
        while (place < names.length && names[place] != name) {
            place++;
        }
        return place;
    }

    private static int[] named(int[] names, int name, int place) {
        if (place < names.length) {
            return names;
        }
        int[] more = Arrays.copyOf(names, place + 1);
        more[place] = name;
        return more;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterRecord that
                && Arrays.equals(events, that.events)
                && Arrays.equals(timelines, that.timelines)
                && Arrays.equals(pairs, that.pairs)
                && Arrays.equals(sightings, that.sightings);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(timelines);
    }

    @Override
    public String toString() {
        return "tally of " + events.length + " kinds of events";
    }
}
