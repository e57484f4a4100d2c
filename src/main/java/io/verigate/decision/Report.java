package io.verigate.decision;

import java.time.Instant;

/// What a caller observed and tells by an event.
///
/// @param event what happened
/// @param at when it happened, never in the future
/// @param severity of a violation of the terms; `MINOR` for other events
/// @param clause the clause that was violated; empty for other events
/// @param evidence where the case is documented; empty when not told
public record Report(
        ReportedEvent event, Instant at, Severity severity, String clause, String evidence) {
    /// The same, at another time.
    public Report at(Instant time) {
        return new Report(event, time, severity, clause, evidence);
    }
}
