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

/// Export of the decision log.
@Controller("/v1/decisions/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class ExportController {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);

    /// Each export holds a database connection.
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

    @Get(produces = {NDJSON, CSV, "application/json"})
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Export the decision log",
            description =
                    "Oldest first, with pseudonyms instead of accounts, addresses and devices: one JSON object"
                            + " per line, or CSV. Default period: the last seven days. Two exports run at a time on each"
                            + " node; others wait. A response that is cut off is incomplete.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "`ndjson` or `csv`. Default: `ndjson`",
            schema =
                    @Schema(
                            implementation = String.class,
                            allowableValues = {"ndjson", "csv"}))
    @AcceptsDecisionFilter
    @ApiResponse(
            responseCode = "200",
            description = "One decision per line",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ExportedDecision.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    HttpResponse<Publisher<byte[]>> export(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        ExportFormat format =
                query.fields()
                        .optionalEnumValue("format", ExportFormat.class)
                        .orElse(ExportFormat.NDJSON);
        Period period = period(query);
        JournalExport.Order order =
                new JournalExport.Order(period.from(), period.to(), JournalFilters.of(query));
        query.finish();
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
        Instant from = query.time("from").orElseGet(() -> to.minus(DEFAULT_PERIOD));
        if (!from.isBefore(to)) {
            query.fields().addError("from", "out-of-range", "must be before `to`");
            return new Period(to, to);
        }
        return new Period(from, to);
    }
}
