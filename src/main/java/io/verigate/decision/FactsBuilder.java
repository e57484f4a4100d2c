package io.verigate.decision;

/// Builds facts. Not thread-safe; used once.
public final class FactsBuilder {
    private final FactSchema schema;
    private final Object[] values;

    FactsBuilder(FactSchema schema, Object[] values) {
        this.schema = schema;
        this.values = values;
    }

    /// Sets a known fact.
    ///
    /// @throws IllegalArgumentException when the value is of another type
    public FactsBuilder set(KnownFact fact, Object value) {
        return set(fact.ordinal(), value);
    }

    /// Sets the fact at an index of the schema.
    ///
    /// @throws IllegalArgumentException when the value is of another type
    public FactsBuilder set(int index, Object value) {
        FactDefinition definition = schema.definitions().get(index);
        if (!definition.type().javaType().isInstance(value)) {
            throw new IllegalArgumentException(
                    "fact `" + definition.name() + "` is a " + definition.type().wireName());
        }
        values[index] = value;
        return this;
    }

    /// The value so far: derived facts are computed from those before them.
    public Object get(int index) {
        return values[index];
    }

    /// The facts; the builder must not be used afterwards.
    public Facts build() {
        return new Facts(schema, values);
    }
}
