package io.verigate.api.decisions;

import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.TextParser;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.WireEnum;
import io.verigate.signal.ParseResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Reads reported events. Thread-safe.
@Singleton
public final class EventReader {
    private static final int MAX_CLAUSE_LENGTH = 64;
    private static final int MAX_EVIDENCE_LENGTH = 200;

    // Older events are outside every window: the longest is 90 days.
    private static final Duration OLDEST = Duration.ofDays(92);

    // All events except those from delivery receipts.
    private static final String REPORTABLE =
            TextParser.quoted(
                    WireEnum.all(ReportedEvent.class).stream()
                            .filter(word -> !word.equals(ReportedEvent.CODE_UNDELIVERED.wireName()))
                            .toList());

    private final InteractionReader parts;
    private final InstantSource clock;

    /// @param parts reads the fields that events share with interactions
    public EventReader(InteractionReader parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /// Reads an event; empty after an error.
    public Optional<Interaction> read(JsonFields fields) {
        Optional<ReportedEvent> event =
                fields.parsed(
                        "event", TextParser.MAX_LENGTH, "unknown-word", EventReader::parseEvent);
        String account = fields.text("account", InteractionReader.MAX_ID_LENGTH);
        Instant at = time(fields);
        boolean violation = event.filter(ReportedEvent.TERMS_VIOLATION::equals).isPresent();
        Optional<Severity> severity =
                violation
                        ? fields.enumValue("severity", Severity.class)
                        : fields.optionalEnumValue("severity", Severity.class);
        String clause = fields.optionalText("clause", MAX_CLAUSE_LENGTH);
        if (event.isPresent() && !violation) {
            rejectField(fields, "severity");
            rejectField(fields, "clause");
        }
        String evidence = fields.optionalText("evidence", MAX_EVIDENCE_LENGTH);
        Method method = parts.method(fields, false);
        Source source = parts.source(fields);
        Signals signals = parts.signals(fields);
        return event.map(known ->
                new Interaction(
                        InteractionKind.REPORT,
                        account,
                        method,
                        source,
                        "",
                        null,
                        signals,
                        new EventReport(
                                known, at, severity.orElse(Severity.MINOR), clause, evidence)));
    }

    private static ParseResult<ReportedEvent> parseEvent(String text) {
        Optional<ReportedEvent> event = WireEnum.parse(ReportedEvent.class, text);
        if (event.filter(ReportedEvent.CODE_UNDELIVERED::equals).isPresent()) {
            return new ParseResult.Invalid<>(
                    "must not be `code-undelivered`, which comes from delivery receipts");
        }
        return event.<ParseResult<ReportedEvent>>map(ParseResult.Valid::new)
                .orElseGet(() -> new ParseResult.Invalid<>("must be one of " + REPORTABLE));
    }

    /// Reads the time of the event: now by default, not in the future except for clock skew, and not before the longest
    /// window.
    private Instant time(JsonFields fields) {
        Instant now = clock.instant();
        Instant at =
                fields.<Instant>optionalParsed(
                                "at", TextParser.MAX_LENGTH, "bad-time", TextParser::time)
                        .orElse(now);
        if (at.isAfter(now.plus(TextParser.SKEW))) {
            fields.addError("at", "future-time", "must not be in the future");
        }
        if (at.isBefore(now.minus(OLDEST))) {
            fields.addError("at", "out-of-range", "must not be more than 92 days ago");
        }
        return at.isAfter(now) ? now : at;
    }

    private static void rejectField(JsonFields fields, String name) {
        if (fields.has(name)) {
            fields.addError(name, "misplaced", "allowed for `terms-violation` only");
        }
    }
}
