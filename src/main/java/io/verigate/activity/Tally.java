package io.verigate.activity;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.FactType;
import io.verigate.decision.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Everything counted for one subject. One row of the database, so that counting for a subject is one lock, exact on
/// every node, whatever windows the policies ask for. Immutable.
public final class Tally {
    /// Nothing happened yet.
    public static final Tally EMPTY = new Tally(Map.of(), Map.of());

    private final Map<Integer, Timeline> events;
    private final Map<Integer, Sightings> sightings;

    Tally(Map<Integer, Timeline> events, Map<Integer, Sightings> sightings) {
        this.events = Map.copyOf(events);
        this.sightings = Map.copyOf(sightings);
    }

    /// The tally with one more event.
    public Tally plus(ActivityEvent event, Instant at) {
        Map<Integer, Timeline> more = new HashMap<>(events);
        more.put(event.number(), timeline(event).plus(at));
        return new Tally(more, sightings);
    }

    /// The tally with another subject seen at an event, so that different ones can be counted.
    public Tally seen(ActivityEvent event, SubjectKey other, Instant at) {
        int name = name(event, other.kind());
        Map<Integer, Sightings> more = new HashMap<>(sightings);
        more.put(name, sightings.getOrDefault(name, Sightings.EMPTY).plus(other, at));
        return new Tally(events, more);
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
        return sightings.getOrDefault(name(event, other), Sightings.EMPTY).since(from);
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

    /// The bytes to store.
    public byte[] encode() {
        return TallyCodec.encode(events, sightings);
    }

    /// The tally from stored bytes; none for no bytes.
    public static Tally decode(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : TallyCodec.decode(bytes);
    }

    private Timeline timeline(ActivityEvent event) {
        return events.getOrDefault(event.number(), Timeline.EMPTY);
    }

    private static int name(ActivityEvent event, SubjectKind other) {
        return event.number() << 8 | other.number();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && events.equals(that.events)
                && sightings.equals(that.sightings);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    @Override
    public String toString() {
        return "tally of " + events.size() + " kinds of events";
    }
}
