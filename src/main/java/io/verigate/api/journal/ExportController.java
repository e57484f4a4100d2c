package io.verigate.api.journal;

import io.micronaut.http.HttpHeaders;
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
import io.verigate.access.ApiScope;
import io.verigate.analysis.replay.Period;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.crypto.Fingerprints;
import io.verigate.journal.JournalExport;
import io.verigate.journal.JournalScan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/// The log of decisions as a whole.
@Controller("/v1/decisions/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class ExportController {
    private static final String LINES = "application/x-ndjson";
    private static final String TABLE = "text/csv";
    private static final Duration USUAL = Duration.ofDays(7);

    /// Each holds a connection to the database.
    private final Semaphore permits = new Semaphore(2);

    private final JournalScan.ScanFactory journal;
    private final Fingerprints fingerprints;
    private final InstantSource clock;

    ExportController(
            JournalScan.ScanFactory journal, Fingerprints fingerprints, InstantSource clock) {
        this.journal = journal;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /// All decisions of a time, oldest first.
    @Get(produces = {LINES, TABLE, "application/json"})
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Export the log of decisions",
            description =
                    "Oldest first, with pseudonyms in place of accounts, addresses and devices: one JSON object a line,"
                            + " or a table for spreadsheets. Of any size; two at a time on each node, others wait. An answer that breaks off is not"
                            + " whole.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "`ndjson` unless told",
            schema =
                    @Schema(
                            implementation = String.class,
                            allowableValues = {"ndjson", "csv"}))
    @Parameter(
            name = "account",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "verdict",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            implementation = String.class,
                            allowableValues = {"allow", "delay", "wait", "refuse", "block"}))
    @Parameter(
            name = "rule",
            in = ParameterIn.QUERY,
            description = "Id of a rule that fired",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "ISO 3166-1 alpha-2",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
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
            content = {
                @Content(
                        mediaType = LINES,
                        schema = @Schema(implementation = ExportedDecision.class)),
                @Content(mediaType = TABLE, schema = @Schema(implementation = String.class))
            })
    HttpResponse<Publisher<byte[]>> export(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        ExportFormat format =
                query.fields().wordOr("format", ExportFormat.class).orElse(ExportFormat.NDJSON);
        Period period = period(query);
        JournalExport.Order order =
                new JournalExport.Order(period.from(), period.to(), JournalFilters.of(query));
        query.end();
        Publisher<byte[]> lines =
                FlowAdapters.toPublisher(
                        new JournalExport(journal, order, format.form(fingerprints), permits));
        return HttpResponse.ok(lines)
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"decisions." + format.wireName() + '"');
    }

    private Period period(QueryParameters query) {
        Instant to = query.time("to").orElseGet(clock::instant);
        Instant from = query.time("from").orElseGet(() -> to.minus(USUAL));
        if (!from.isBefore(to)) {
            query.fields().fault("from", "out-of-range", "this has to be before `to`");
            return new Period(to, to);
        }
        return new Period(from, to);
    }
}
