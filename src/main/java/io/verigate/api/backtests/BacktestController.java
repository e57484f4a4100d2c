package io.verigate.api.backtests;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.AnalysisRuns;
import io.verigate.analysis.backtest.BacktestRequest;
import io.verigate.analysis.backtest.BacktestService;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.AcceptsPage;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.security.RequiresScope;
import java.time.InstantSource;
import java.util.List;
import org.reactivestreams.Publisher;

/// Backtests and replays: start, watch, get, stop.
@Controller("/v1/backtests")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rules")
final class BacktestController {
    private static final int MAX_THREADS = 64;

    private final BacktestService service;
    private final AnalysisRuns runs;
    private final BacktestRequests requests;
    private final IdempotentExecutor executor;
    private final InstantSource clock;

    BacktestController(
            BacktestService service,
            AnalysisRuns runs,
            BacktestRequests requests,
            IdempotentExecutor executor,
            InstantSource clock) {
        this.service = service;
        this.runs = runs;
        this.requests = requests;
        this.executor = executor;
        this.clock = clock;
    }

    @Post
    @RequiresScope(ApiScope.RULES_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Start a backtest or a replay",
            description =
                    "A backtest runs a stored rule set (`revision`) or an uploaded one (`bundle`, a ZIP in"
                            + " Base64) on recorded decisions; a replay verifies that recorded decisions are reproduced."
                            + " Default period: the last seven days. Backtests run one at a time.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RequestSchemas.Backtest.class),
                            examples = @ExampleObject(RequestSchemas.BACKTEST_EXAMPLE)))
    @ApiResponse(
            responseCode = "201",
            description = "Queued; `Location` is its URL",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> begin(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = JsonFields.of(JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE));
        int threads = (int) fields.number("threads", 1, MAX_THREADS).orElse(0);
        BacktestRequest backtest = requests.read(fields);
        return executor.executeOutsideLedger(
                call,
                () -> {
                    AnalysisRun run = service.take(backtest, call.caller().name(), threads);
                    return PreparedResponse.created(
                            RunResponse.of(run, clock.instant()), "/v1/backtests/" + run.id());
                });
    }

    @Get
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "List backtests and replays",
            description = "Newest first, without results.")
    @AcceptsPage
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Backtests.class)))
    HttpResponse<?> list(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        String before = query.cursor().orElse(null);
        query.finish();
        List<AnalysisRun> found = runs.search(before, limit + 1);
        return PreparedResponse.okHttp(
                ListPage.page(
                        found,
                        limit,
                        AnalysisRun::id,
                        run -> RunResponse.of(run, clock.instant())));
    }

    @Get("/{id}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Get a backtest or a replay",
            description = "Includes the result once it has ended.")
    @ApiResponse(
            responseCode = "200",
            description = "The backtest",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> find(String id) {
        return PreparedResponse.okHttp(known(id));
    }

    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Stream the progress of a backtest or a replay",
            description =
                    "Server-sent events: `progress` on every change, then `end` with the result.")
    @ApiResponse(
            responseCode = "200",
            description = "Events whose data is the backtest",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM))
    HttpResponse<Publisher<Event<String>>> watch(String id) {
        known(id);
        return HttpResponse.<Publisher<Event<String>>>ok(new BacktestEventStream(() -> known(id)))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    @Delete("/{id}")
    @RequiresScope(ApiScope.RULES_WRITE)
    @Operation(
            summary = "Stop a backtest or a replay",
            description = "Stops within a second; the result so far is kept and marked partial.")
    @ApiResponse(
            responseCode = "200",
            description = "The backtest",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> stop(String id) {
        known(id);
        runs.stop(id);
        return PreparedResponse.okHttp(known(id));
    }

    private RunResponse known(String id) {
        return runs.find(id)
                .map(run -> RunResponse.of(run, clock.instant()))
                .orElseThrow(() -> ProblemException.notFound("unknown backtest"));
    }
}
