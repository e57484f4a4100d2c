package io.verigate.analysis.regression;

import io.verigate.decision.LineType;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `signals` of a step: what the caller knows better.
final class SignalFields {
    private static final List<String> NAMES =
            Arrays.stream(Signal.values()).map(Signal::field).toList();

    private SignalFields() {}

    /// What the step tells.
    static Signals read(StepFields fields) {
        Map<Signal, Object> told = new EnumMap<>(Signal.class);
        fields.child("signals", Map.of(), NAMES)
                .ifPresent(child -> {
                    for (Signal signal : Signal.values()) {
                        signal(child, signal).ifPresent(value -> told.put(signal, value));
                    }
                });
        return new Signals(told);
    }

    private static Optional<?> signal(StepFields told, Signal signal) {
        if (signal == Signal.LINE_TYPE) {
            return told.word(signal.field(), LineType.class).map(LineType::wireName);
        }
        return switch (signal.fact().definition().type()) {
            case FLAG -> told.flag(signal.field());
            case COUNT -> told.count(signal.field());
            case TEXT, DURATION, TIME -> told.text(signal.field());
        };
    }
}
