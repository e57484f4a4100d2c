package io.verigate.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of one interaction when it is decided: flat, immutable, never null.
///
/// Holds no address, no IP address and no device id, so that it may be kept and shown to analysts.
public final class Facts {
    private final FactSchema schema;
    private final Object[] values;

    Facts(FactSchema schema, Object[] values) {
        this.schema = schema;
        this.values = values;
    }

    /// The definitions of these facts.
    public FactSchema schema() {
        return schema;
    }

    /// The value at a place of the schema.
    public Object at(int place) {
        return values[place];
    }

    /// The value of a known fact.
    public Object get(KnownFact fact) {
        return values[fact.ordinal()];
    }

    /// The flag at a place.
    public boolean flag(int place) {
        return (Boolean) values[place];
    }

    /// The count at a place.
    public long count(int place) {
        return (Long) values[place];
    }

    /// The duration at a place.
    public Duration duration(int place) {
        return (Duration) values[place];
    }

    /// The time at a place.
    public Instant time(int place) {
        return (Instant) values[place];
    }

    /// The text at a place.
    public String text(int place) {
        return (String) values[place];
    }

    /// What is known, by name; facts of which nothing is known are left out.
    public Map<String, Object> known() {
        Map<String, Object> known = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            FactDefinition definition = schema.definitions().get(place);
            if (!values[place].equals(definition.type().unknown())) {
                known.put(definition.name(), values[place]);
            }
        }
        return known;
    }

    @Override
    public String toString() {
        return known().toString();
    }
}
