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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.AcceptedLanguages;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.AcceptsPage;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalQuery;
import java.util.List;

/// The decision log.
@Controller("/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class JournalController {
    private static final int MAX_LENGTH = 64;

    private final DecisionLog journal;
    private final DecisionMapper mapper;

    JournalController(DecisionLog journal, DecisionMapper mapper) {
        this.journal = journal;
        this.mapper = mapper;
    }

    @Get("/{id}")
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Get a decision",
            description = "Includes its facts, the rules that fired and the findings that lost.")
    @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionLogEntry.class)))
    HttpResponse<?> find(HttpRequest<?> request, String id) {
        JournalEntry entry =
                journal.find(id).orElseThrow(() -> ProblemException.notFound("unknown decision"));
        return PreparedResponse.okHttp(
                mapper.toLogEntry(entry, AcceptedLanguages.accepted(request)));
    }

    @Get
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Search the decision log",
            description = "Newest first. Pass `next` as `cursor` to get the next page.")
    @AcceptsDecisionFilter
    @AcceptsPage
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`, a page of decisions",
            content = @Content(schema = @Schema(implementation = ListSchemas.Decisions.class)))
    HttpResponse<?> search(
            HttpRequest<?> request, @Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        JournalQuery journalQuery = journalQuery(query, limit);
        query.finish();
        List<JournalEntry> found = journal.search(journalQuery);
        String language = AcceptedLanguages.accepted(request);
        return PreparedResponse.okHttp(
                ListPage.page(
                        found,
                        limit,
                        entry -> entry.decision().id(),
                        entry -> mapper.toLogEntry(entry, language)));
    }

    private static JournalQuery journalQuery(QueryParameters query, int limit) {
        return new JournalQuery(
                JournalFilters.of(query),
                query.time("from").orElse(null),
                query.time("to").orElse(null),
                query.cursor().orElse(null),
                limit + 1);
    }
}
