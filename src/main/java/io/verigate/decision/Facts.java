package io.verigate.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// All facts of one interaction: one flat, immutable record without nulls.
///
/// Contains no address, IP address or device id, so that it may be stored and shown to analysts.
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

    /// The value at an index of the schema.
    public Object at(int index) {
        return values[index];
    }

    /// The value of a known fact.
    public Object get(KnownFact fact) {
        return values[fact.ordinal()];
    }

    /// The flag at an index.
    public boolean flag(int index) {
        return (Boolean) values[index];
    }

    /// The count at an index.
    public long count(int index) {
        return (Long) values[index];
    }

    /// The duration at an index.
    public Duration duration(int index) {
        return (Duration) values[index];
    }

    /// The time at an index.
    public Instant time(int index) {
        return (Instant) values[index];
    }

    /// The text at an index.
    public String text(int index) {
        return (String) values[index];
    }

    /// The known facts, by name.
    public Map<String, Object> known() {
        Map<String, Object> known = new LinkedHashMap<>();
        for (int index = 0; index < values.length; index++) {
            FactDefinition definition = schema.definitions().get(index);
            if (!values[index].equals(definition.type().unknown())) {
                known.put(definition.name(), values[index]);
            }
        }
        return known;
    }

    @Override
    public String toString() {
        return known().toString();
    }
}
