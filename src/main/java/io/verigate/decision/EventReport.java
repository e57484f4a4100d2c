package io.verigate.decision;

import java.time.Instant;
import java.util.Map;

/// An event that a caller observed and reports.
///
/// @param event what happened
/// @param at when it happened, never in the future
/// @param severity of a violation of the terms; `MINOR` for other events
/// @param clause the clause that was violated; empty for other events
/// @param evidence where the case is documented; empty when not given
/// @param facts further facts that the report supplies
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

    /// A report without further facts.
    public EventReport(
            ReportedEvent event, Instant at, Severity severity, String clause, String evidence) {
        this(event, at, severity, clause, evidence, Map.of());
    }

    /// A report of an event other than a violation of the terms.
    public static EventReport of(ReportedEvent event, Instant at, Map<KnownFact, Object> facts) {
        return new EventReport(event, at, Severity.MINOR, "", "", facts);
    }

    /// The same event at another time.
    public EventReport at(Instant time) {
        return new EventReport(event, time, severity, clause, evidence, facts);
    }
}
