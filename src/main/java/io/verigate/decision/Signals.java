package io.verigate.decision;

import io.verigate.decision.Signal.Of;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the caller knows better than the service; each overrides what the service derives.
///
/// @param told by signal: a `Boolean`, a `Long` or a `String`, of the type of its fact
public record Signals(Map<Signal, Object> told) {
    /// The caller told nothing.
    public static final Signals NONE = new Signals(Map.of());

    /// @throws IllegalArgumentException when a value is not of the type of its fact
    public Signals {
        told.forEach((signal, value) -> {
            if (!signal.fact().definition().type().javaType().isInstance(value)) {
                throw new IllegalArgumentException(
                        "`%s` is a %s"
                                .formatted(
                                        signal.field(),
                                        signal.fact().definition().type().wireName()));
            }
        });
        Map<Signal, Object> copy = new EnumMap<>(Signal.class);
        copy.putAll(told);
        told = Collections.unmodifiableMap(copy);
    }

    /// The kind of line; `UNKNOWN` when not told.
    public LineType lineType() {
        return WireEnum.parse(LineType.class, text(Signal.LINE_TYPE)).orElse(LineType.UNKNOWN);
    }

    /// ISO 3166-1 alpha-2 of the source; empty when not told.
    public String country() {
        return text(Signal.COUNTRY);
    }

    /// Number of the autonomous system of the source; 0 when not told.
    public long asn() {
        return told.get(Signal.ASN) instanceof Long asn ? asn : 0;
    }

    /// Whether it was told that something is so or is not; null when it was not told.
    public @Nullable Boolean flag(Signal signal) {
        return told.get(signal) instanceof Boolean flag ? flag : null;
    }

    /// A text; empty when not told.
    public String text(Signal signal) {
        return told.get(signal) instanceof String text ? text : "";
    }

    /// Only what tells of the source, for another address than the one that was asked for.
    public Signals ofSource() {
        return only(EnumSet.of(Of.NETWORK, Of.PATTERN, Of.PERSON));
    }

    /// Sets what tells of the person, and overrides how the source fits to the account.
    public void applyTo(FactsBuilder facts) {
        only(EnumSet.of(Of.PATTERN, Of.PERSON))
                .told
                .forEach((signal, value) -> facts.set(signal.fact(), value));
    }

    private Signals only(Set<Of> kept) {
        Map<Signal, Object> rest = new EnumMap<>(Signal.class);
        told.forEach((signal, value) -> {
            if (kept.contains(signal.of())) {
                rest.put(signal, value);
            }
        });
        return rest.isEmpty() ? NONE : new Signals(rest);
    }
}
