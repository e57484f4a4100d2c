package io.verigate.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One interaction to assess: parsed, typed, normalised. Its `toString` shows no address.
///
/// @param kind what is assessed
/// @param account the caller's opaque id, 1 to 128 characters
/// @param method how a code would travel
/// @param source where it comes from
/// @param language BCP 47 tag of the person; empty when not told
/// @param symptom why no code came; null when not told
/// @param signals what the caller knows better
/// @param reported what was observed; null unless the kind is `REPORT`
public record Interaction(
        InteractionKind kind,
        String account,
        Method method,
        Source source,
        String language,
        @Nullable Symptom symptom,
        Signals signals,
        @Nullable EventReport reported) {

    /// What was observed; empty unless the kind is `REPORT`.
    public Optional<EventReport> report() {
        return Optional.ofNullable(reported);
    }

    /// Whether a code leaves when this is allowed. Methods that receive no codes are added without one.
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
