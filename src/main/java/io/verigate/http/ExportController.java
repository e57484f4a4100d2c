package io.verigate.http;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.Access;
import io.verigate.backtest.Period;
import io.verigate.http.body.Query;
import io.verigate.http.body.Texts;
import io.verigate.http.gate.Needs;
import io.verigate.http.wire.ExportedDecision;
import io.verigate.journal.JournalReading;
import io.verigate.protection.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;

/// The log of decisions as a whole.
@Controller("/v1/decisions/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class ExportController {
    private static final String LINES = "application/x-ndjson";
    private static final Duration USUAL = Duration.ofDays(7);
    private static final int LONGEST = 64;

    /// Each holds a connection to the database.
    private final Semaphore places = new Semaphore(2);

    private final JournalReading.Opening journal;
    private final Fingerprints fingerprints;
    private final InstantSource clock;

    ExportController(
            JournalReading.Opening journal, Fingerprints fingerprints, InstantSource clock) {
        this.journal = journal;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /// All decisions of a time, oldest first.
    @Get(produces = {LINES, "application/json"})
    @Needs(Access.DECISIONS_READ)
    @Operation(
            summary = "Export the log of decisions",
            description =
                    "Oldest first, one JSON object a line, with pseudonyms in place of accounts, addresses and"
                            + " devices. Of any size; two at a time on each node, others wait. An answer that breaks off is not"
                            + " whole.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before; seven days before `to` unless told",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Before; now unless told",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @ApiResponse(
            responseCode = "200",
            description = "Lines, each a decision",
            content =
                    @Content(
                            mediaType = LINES,
                            schema = @Schema(implementation = ExportedDecision.class)))
    HttpResponse<Publisher<byte[]>> export(@Parameter(hidden = true) HttpParameters parameters) {
        Period period = period(Query.of(parameters));
        Publisher<byte[]> lines = new Exporting(journal, fingerprints, period, places);
        return HttpResponse.ok(lines).contentType(LINES);
    }

    private Period period(Query query) {
        var fields = query.fields();
        Instant to =
                fields.<Instant>parsedOr("to", LONGEST, "bad-time", Texts::time)
                        .orElseGet(clock::instant);
        Instant from =
                fields.<Instant>parsedOr("from", LONGEST, "bad-time", Texts::time)
                        .orElseGet(() -> to.minus(USUAL));
        if (!from.isBefore(to)) {
            fields.fault("from", "out-of-range", "this has to be before `to`");
        }
        query.end();
        return new Period(from, to);
    }
}
