package io.verigate.decision;

import java.time.Instant;
import java.util.Map;

/// What a caller observed and tells by an event.
///
/// @param event what happened
/// @param at when it happened, never in the future
/// @param severity of a violation of the terms; `MINOR` for other events
/// @param clause the clause that was violated; empty for other events
/// @param evidence where the case is documented; empty when not told
/// @param facts what else is known of it
public record EventReport(
        ReportedEvent event,
        Instant at,
        Severity severity,
        String clause,
        String evidence,
        Map<KnownFact, Object> facts) {
    public EventReport {
        facts = Map.copyOf(facts);
    }

    /// Nothing else is known of it.
    public EventReport(
            ReportedEvent event, Instant at, Severity severity, String clause, String evidence) {
        this(event, at, severity, clause, evidence, Map.of());
    }

    /// Of something that is no violation of the terms.
    public static EventReport of(ReportedEvent event, Instant at, Map<KnownFact, Object> facts) {
        return new EventReport(event, at, Severity.MINOR, "", "", facts);
    }

    /// The same, at another time.
    public EventReport at(Instant time) {
        return new EventReport(event, time, severity, clause, evidence, facts);
    }
}
