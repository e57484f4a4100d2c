package io.verigate.http;

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
import io.verigate.access.Access;
import io.verigate.backtest.Order;
import io.verigate.backtest.Run;
import io.verigate.backtest.RunDesk;
import io.verigate.backtest.Runs;
import io.verigate.http.body.Fields;
import io.verigate.http.body.JsonBody;
import io.verigate.http.body.Query;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.Listing;
import io.verigate.http.wire.Listings;
import io.verigate.http.wire.Requests;
import io.verigate.http.wire.RunAnswer;
import java.time.InstantSource;
import java.util.List;
import org.reactivestreams.Publisher;

/// Backtests and replays: asked for, watched, read, stopped.
@Controller("/v1/backtests")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rules")
final class BacktestController {
    private static final int MOST_THREADS = 64;

    private final RunDesk desk;
    private final Runs runs;
    private final BacktestOrders orders;
    private final Replies replies;
    private final InstantSource clock;

    BacktestController(
            RunDesk desk, Runs runs, BacktestOrders orders, Replies replies, InstantSource clock) {
        this.desk = desk;
        this.runs = runs;
        this.orders = orders;
        this.replies = replies;
        this.clock = clock;
    }

    /// Begins one.
    @Post
    @Needs(Access.RULES_WRITE)
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
                                                                    Requests.Backtest.class),
                                            examples = @ExampleObject(Requests.BACKTEST_EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "It waits its turn; `Location` tells where it is",
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    HttpResponse<?> begin(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Fields fields = Fields.of(JsonBody.parse(call.body(), JsonBody.LONGEST_OF_FILES));
        int threads = (int) fields.number("threads", 1, MOST_THREADS).orElse(0);
        Order order = orders.read(fields);
        return replies.beside(
                call,
                () -> {
                    Run run = desk.take(order, call.caller().name(), threads);
                    return Reply.created(
                            RunAnswer.of(run, clock.instant()), "/v1/backtests/" + run.id());
                });
    }

    /// All of them.
    @Get
    @Needs(Access.RULES_READ)
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
            content = @Content(schema = @Schema(implementation = Listings.Backtests.class)))
    HttpResponse<?> list(@Parameter(hidden = true) HttpParameters parameters) {
        Query query = Query.of(parameters);
        int limit = query.limit();
        String before = query.after().orElse(null);
        query.end();
        List<Run> found = runs.search(before, limit + 1);
        return Reply.ok(
                        Listing.page(
                                found, limit, Run::id, run -> RunAnswer.of(run, clock.instant())))
                .http();
    }

    /// One of them.
    @Get("/{id}")
    @Needs(Access.RULES_READ)
    @Operation(
            summary = "Read a backtest or a replay",
            description = "With its result once it is over.")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    HttpResponse<?> find(String id) {
        return Reply.ok(known(id)).http();
    }

    /// Its progress.
    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    @Needs(Access.RULES_READ)
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
        return HttpResponse.<Publisher<Event<String>>>ok(new Following(() -> known(id)))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
    }

    /// Ends it early.
    @Delete("/{id}")
    @Needs(Access.RULES_WRITE)
    @Operation(
            summary = "Stop a backtest or a replay",
            description = "It ends within a second with what it has, and says that it is partial.")
    @ApiResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    HttpResponse<?> stop(String id) {
        known(id);
        runs.stop(id);
        return Reply.ok(known(id)).http();
    }

    private RunAnswer known(String id) {
        return runs.find(id)
                .map(run -> RunAnswer.of(run, clock.instant()))
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemKind.NOT_FOUND, "there is no backtest with this id"));
    }
}
