package io.verigate.api.journal;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
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
import io.verigate.api.common.AcceptedLanguages;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalQuery;
import java.util.List;

/// The log of decisions.
@Controller("/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class JournalController {
    private static final int MAX_LENGTH = 64;

    private final DecisionLog journal;
    private final DecisionMapper writer;

    JournalController(DecisionLog journal, DecisionMapper writer) {
        this.journal = journal;
        this.writer = writer;
    }

    /// One decision with everything that explains it.
    @Get("/{id}")
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Explain one decision",
            description = "With its facts, the rules that fired and the findings that lost.")
    @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionLogEntry.class)))
    HttpResponse<?> find(HttpRequest<?> request, String id) {
        JournalEntry entry =
                journal.find(id)
                        .orElseThrow(() ->
                                ProblemException.of(
                                        ProblemKind.NOT_FOUND,
                                        "there is no decision with this id"));
        return PreparedResponse.ok(writer.record(entry, AcceptedLanguages.accepted(request)))
                .http();
    }

    /// Decisions, newest first.
    @Get
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Search the log of decisions",
            description = "Newest first. `next` is what to give as `cursor` for the page after.")
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
            example = "HV-003",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "ISO 3166-1 alpha-2",
            example = "GB",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            example = "high-volume",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Before",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "From 1 to 500; 50 unless told",
            schema = @Schema(implementation = Integer.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`, each item a decision of the log",
            content = @Content(schema = @Schema(implementation = ListSchemas.Decisions.class)))
    HttpResponse<?> search(
            HttpRequest<?> request, @Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        JournalQuery wanted = wanted(query, limit);
        query.end();
        List<JournalEntry> found = journal.search(wanted);
        String language = AcceptedLanguages.accepted(request);
        return PreparedResponse.ok(
                        ListPage.page(
                                found,
                                limit,
                                entry -> entry.decision().id(),
                                entry -> writer.record(entry, language)))
                .http();
    }

    private static JournalQuery wanted(QueryParameters query, int limit) {
        return new JournalQuery(
                JournalFilters.of(query),
                query.time("from").orElse(null),
                query.time("to").orElse(null),
                query.after().orElse(null),
                limit + 1);
    }
}
