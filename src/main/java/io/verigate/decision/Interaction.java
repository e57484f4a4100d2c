package io.verigate.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One interaction to assess: parsed, typed, normalised. Its `toString` shows no address.
///
/// @param kind what is assessed
/// @param account the caller's opaque id, 1 to 128 characters
/// @param method how a code would be sent
/// @param source the client
/// @param language BCP 47 tag of the person; empty when not given
/// @param symptom why the person received no code; null when not given
/// @param signals that the caller supplies
/// @param reported the event; null unless the kind is `REPORT`
public record Interaction(
        InteractionKind kind,
        String account,
        Method method,
        Source source,
        String language,
        @Nullable Symptom symptom,
        Signals signals,
        @Nullable EventReport reported) {

    /// An interaction without language, symptom, signals and report.
    public static Interaction of(
            InteractionKind kind, String account, Method method, Source source) {
        return new Interaction(kind, account, method, source, "", null, Signals.NONE, null);
    }

    /// The reported event; empty unless the kind is `REPORT`.
    public Optional<EventReport> report() {
        return Optional.ofNullable(reported);
    }

    /// Whether a code is sent when this is allowed. Methods that receive no codes are added without one.
    public boolean asksForCode() {
        boolean leadsToCode =
                kind == InteractionKind.SEND_CODE
                        || kind == InteractionKind.ADD_SECURITY_INFO
                        || kind == InteractionKind.REPLACE_SECURITY_INFO;
        return leadsToCode && !(method instanceof Method.None);
    }

    /// The same interaction with other signals.
    public Interaction with(Signals other) {
        return new Interaction(kind, account, method, source, language, symptom, other, reported);
    }

    /// The same interaction with another method.
    public Interaction with(Method other) {
        return new Interaction(kind, account, other, source, language, symptom, signals, reported);
    }

    /// The same interaction with another report.
    public Interaction with(EventReport other) {
        return new Interaction(kind, account, method, source, language, symptom, signals, other);
    }
}
