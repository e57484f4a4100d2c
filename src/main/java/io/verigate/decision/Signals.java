package io.verigate.decision;

import io.verigate.decision.Signal.Topic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The signals that a caller supplies. Each overrides a fact that the service derives.
///
/// @param values a `Boolean`, a `Long` or a `String`, of the type of the fact
public record Signals(Map<Signal, Object> values) {
    /// No signal.
    public static final Signals NONE = new Signals(Map.of());

    /// @throws IllegalArgumentException when a value is not of the type of its fact
    public Signals {
        values.forEach((signal, value) -> {
            if (!signal.fact().definition().type().javaType().isInstance(value)) {
                throw new IllegalArgumentException(
                        "`%s` is a %s"
                                .formatted(
                                        signal.field(),
                                        signal.fact().definition().type().wireName()));
            }
        });
        Map<Signal, Object> copy = new EnumMap<>(Signal.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /// The line type; `UNKNOWN` when not given.
    public LineType lineType() {
        return WireEnum.parse(LineType.class, text(Signal.LINE_TYPE)).orElse(LineType.UNKNOWN);
    }

    /// ISO 3166-1 alpha-2 code of the client; empty when not given.
    public String country() {
        return text(Signal.COUNTRY);
    }

    /// Autonomous system number of the client; 0 when not given.
    public long asn() {
        return values.get(Signal.ASN) instanceof Long asn ? asn : 0;
    }

    /// The value of a flag; null when not given.
    public @Nullable Boolean flag(Signal signal) {
        return values.get(signal) instanceof Boolean flag ? flag : null;
    }

    /// The value of a text; empty when not given.
    public String text(Signal signal) {
        return values.get(signal) instanceof String text ? text : "";
    }

    /// The signals that do not describe the requested address.
    public Signals ofSource() {
        return only(EnumSet.of(Topic.NETWORK, Topic.PATTERN, Topic.PERSON));
    }

    /// Sets the facts about the person and the usage pattern.
    public void applyTo(FactsBuilder facts) {
        only(EnumSet.of(Topic.PATTERN, Topic.PERSON))
                .values
                .forEach((signal, value) -> facts.set(signal.fact(), value));
    }

    private Signals only(Set<Topic> kept) {
        Map<Signal, Object> rest = new EnumMap<>(Signal.class);
        values.forEach((signal, value) -> {
            if (kept.contains(signal.topic())) {
                rest.put(signal, value);
            }
        });
        return rest.isEmpty() ? NONE : new Signals(rest);
    }
}
