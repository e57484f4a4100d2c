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
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import java.time.InstantSource;
import java.util.List;
import org.reactivestreams.Publisher;

/// Backtests and replays: asked for, watched, read, stopped.
@Controller("/v1/backtests")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rules")
final class BacktestController {
    private static final int MAX_THREADS = 64;

    private final BacktestService desk;
    private final AnalysisRuns runs;
    private final BacktestRequests orders;
    private final IdempotentExecutor executor;
    private final InstantSource clock;

    BacktestController(
            BacktestService desk,
            AnalysisRuns runs,
            BacktestRequests orders,
            IdempotentExecutor executor,
            InstantSource clock) {
        this.desk = desk;
        this.runs = runs;
        this.orders = orders;
        this.executor = executor;
        this.clock = clock;
    }

    /// Begins one.
    @Post
    @RequiresScope(ApiScope.RULES_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Begin a backtest or a replay",
            description =
                    "A backtest tries a stored rule set (`revision`) or one that is sent along (`bundle`, a ZIP in"
                            + " Base64) on recorded decisions; a replay proves that they come out the same. Without a"
                            + " period: the last seven days. One runs at a time.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Backtest.class),
                                            examples =
                                                    @ExampleObject(
                                                            RequestSchemas.BACKTEST_EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "It waits its turn; `Location` tells where it is",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> begin(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = JsonFields.of(JsonBody.parse(call.body(), JsonBody.MAX_FILES_SIZE));
        int threads = (int) fields.number("threads", 1, MAX_THREADS).orElse(0);
        BacktestRequest order = orders.read(fields);
        return executor.executeOutsideLedger(
                call,
                () -> {
                    AnalysisRun run = desk.take(order, call.caller().name(), threads);
                    return PreparedResponse.created(
                            RunResponse.of(run, clock.instant()), "/v1/backtests/" + run.id());
                });
    }

    /// All of them.
    @Get
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "List backtests and replays",
            description = "Newest first, without results.")
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
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Backtests.class)))
    HttpResponse<?> list(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        String before = query.after().orElse(null);
        query.end();
        List<AnalysisRun> found = runs.search(before, limit + 1);
        return PreparedResponse.ok(
                        ListPage.page(
                                found,
                                limit,
                                AnalysisRun::id,
                                run -> RunResponse.of(run, clock.instant())))
                .http();
    }

    /// One of them.
    @Get("/{id}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Read a backtest or a replay",
            description = "With its result once it is over.")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> find(String id) {
        return PreparedResponse.ok(known(id)).http();
    }

    /// Its progress.
    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Watch a backtest or a replay",
            description =
                    "Server-sent events named `progress` whenever it has come further; the last one, named `end`,"
                            + " has the result.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, each with a backtest as its data",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM))
    HttpResponse<Publisher<Event<String>>> watch(String id) {
        known(id);
        return HttpResponse.<Publisher<Event<String>>>ok(new BacktestEventStream(() -> known(id)))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    /// Ends it early.
    @Delete("/{id}")
    @RequiresScope(ApiScope.RULES_WRITE)
    @Operation(
            summary = "Stop a backtest or a replay",
            description = "It ends within a second with what it has, and says that it is partial.")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    HttpResponse<?> stop(String id) {
        known(id);
        runs.stop(id);
        return PreparedResponse.ok(known(id)).http();
    }

    private RunResponse known(String id) {
        return runs.find(id)
                .map(run -> RunResponse.of(run, clock.instant()))
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemKind.NOT_FOUND, "there is no backtest with this id"));
    }
}
