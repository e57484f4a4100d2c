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

/// Makes of bodies interactions that tell what was observed. Thread-safe.
@Singleton
public final class EventReader {
    private static final int MAX_CLAUSE_LENGTH = 64;
    private static final int MAX_EVIDENCE_LENGTH = 200;

    // What happened before is in no window any more: the longest is of 90 days.
    private static final Duration OLDEST = Duration.ofDays(92);

    // All but what providers tell by receipts.
    private static final String OBSERVED =
            TextParser.quoted(
                    WireEnum.all(ReportedEvent.class).stream()
                            .filter(word -> !word.equals(ReportedEvent.CODE_UNDELIVERED.wireName()))
                            .toList());

    private final InteractionReader parts;
    private final InstantSource clock;

    /// @param parts reads what events have in common with interactions to decide
    public EventReader(InteractionReader parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /// Reads something that was observed; empty after a fault.
    public Optional<Interaction> read(JsonFields fields) {
        Optional<ReportedEvent> event =
                fields.parsed(
                        "event", TextParser.MAX_LENGTH, "unknown-word", EventReader::observed);
        String account = fields.text("account", InteractionReader.MAX_ID_LENGTH);
        Instant at = past(fields);
        boolean violation = event.filter(ReportedEvent.TERMS_VIOLATION::equals).isPresent();
        Optional<Severity> severity =
                violation
                        ? fields.word("severity", Severity.class)
                        : fields.wordOr("severity", Severity.class);
        String clause = fields.textOr("clause", MAX_CLAUSE_LENGTH);
        if (event.isPresent() && !violation) {
            misplaced(fields, "severity");
            misplaced(fields, "clause");
        }
        String evidence = fields.textOr("evidence", MAX_EVIDENCE_LENGTH);
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

    private static ParseResult<ReportedEvent> observed(String text) {
        Optional<ReportedEvent> event = WireEnum.parse(ReportedEvent.class, text);
        if (event.filter(ReportedEvent.CODE_UNDELIVERED::equals).isPresent()) {
            return new ParseResult.Invalid<>(
                    "what became of a code is told by its provider's receipt");
        }
        return event.<ParseResult<ReportedEvent>>map(ParseResult.Valid::new)
                .orElseGet(() -> new ParseResult.Invalid<>("this has to be one of " + OBSERVED));
    }

    /// When something happened: now unless told, never in the future and not before what is counted; a clock that goes
    /// ahead a little is forgiven.
    private Instant past(JsonFields fields) {
        Instant now = clock.instant();
        Instant at =
                fields.<Instant>parsedOr("at", TextParser.MAX_LENGTH, "bad-time", TextParser::time)
                        .orElse(now);
        if (at.isAfter(now.plus(TextParser.SKEW))) {
            fields.fault("at", "future-time", "this lies in the future: tell when it happened");
        }
        if (at.isBefore(now.minus(OLDEST))) {
            fields.fault("at", "out-of-range", "this is more than 92 days ago: leave it out");
        }
        return at.isAfter(now) ? now : at;
    }

    private static void misplaced(JsonFields fields, String name) {
        if (fields.has(name)) {
            fields.fault(name, "misplaced", "this belongs to `terms-violation` only");
        }
    }
}
