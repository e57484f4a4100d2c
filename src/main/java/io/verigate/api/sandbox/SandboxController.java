package io.verigate.api.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.sandbox.SandboxClock;
import io.verigate.sandbox.SandboxMessages;
import io.verigate.signal.Addresses;
import io.verigate.signal.ParseResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sandbox for integrators: moves the clock and lists messages. Available only when the sandbox is enabled.
@Controller("/sandbox")
@Requires(beans = {SandboxClock.class, SandboxMessages.class})
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Sandbox")
final class SandboxController {
    /// A year later still fits the database, whose times end in 2038.
    private static final Instant LAST = Instant.parse("2036-06-30T23:59:59Z");

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);
    private static final int MAX_ADDRESS_LENGTH = 320;

    private final SandboxClock clock;
    private final SandboxMessages messages;
    private final Addresses addresses;

    SandboxController(SandboxClock clock, SandboxMessages messages, Addresses addresses) {
        this.clock = clock;
        this.messages = messages;
        this.addresses = addresses;
    }

    /// The service's time.
    @Schema(name = "Clock")
    record ServiceTime(Instant now) {}

    @Get("/clock")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(summary = "Get the service's clock")
    @ApiResponse(
            responseCode = "200",
            description = "The service's time",
            content = @Content(schema = @Schema(implementation = ServiceTime.class)))
    HttpResponse<?> clock() {
        return PreparedResponse.okHttp(new ServiceTime(clock.instant()));
    }

    @Put("/clock")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(
            summary = "Move the service's clock forward",
            description = "To a time (`now`) or by a duration (`advance`); never back.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.ClockMove.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The time after the move",
            content = @Content(schema = @Schema(implementation = ServiceTime.class)))
    HttpResponse<?> move(HttpRequest<byte[]> request) {
        JsonFields fields = ApiCall.of(request).fields();
        Optional<Instant> to =
                fields.optionalParsed(
                        "now", TextParser.MAX_LENGTH, "bad-time", TextParser::storableTime);
        Optional<Duration> by =
                fields.optionalParsed(
                        "advance", TextParser.MAX_LENGTH, "bad-length", TextParser::duration);
        if (fields.has("now") == fields.has("advance")) {
            fields.addError(
                    "advance", "misplaced", "either `now` or `advance` is required, not both");
        }
        fields.rejectUnknown();
        to.filter(LAST::isBefore).ifPresent(late -> tooFar(fields, "now"));
        by.filter(most -> most.compareTo(Duration.between(clock.instant(), LAST)) > 0)
                .ifPresent(length -> tooFar(fields, "advance"));
        fields.errors().check();
        by.ifPresent(clock::advance);
        if (to.isPresent() && !clock.advanceTo(to.get())) {
            fields.addError("now", "out-of-range", "must not be before the service's clock");
            fields.errors().check();
        }
        return clock();
    }

    private static void tooFar(JsonFields fields, String field) {
        fields.addError(field, "out-of-range", "the clock must stay before July 2036");
    }

    @Get("/messages")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(
            summary = "List the messages that would have been sent",
            description = "Newest first. Waits up to 2 s for messages that are due.")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only messages to this address",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Messages.class)))
    HttpResponse<?> messages(@Parameter(hidden = true) HttpParameters parameters)
            throws InterruptedException {
        QueryParameters query = QueryParameters.of(parameters);
        Optional<String> to =
                query.fields()
                        .<Address>optionalParsed(
                                "to", MAX_ADDRESS_LENGTH, "bad-address", this::address)
                        .map(Address::text);
        query.finish();
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!messages.isQuiet() && System.nanoTime() < end) {
            Thread.sleep(POLL_INTERVAL);
        }
        return PreparedResponse.okHttp(ListPage.whole(messages.find(to)));
    }

    // Most clients decode a `+` in a query as a space, so a lost one is restored.
    private ParseResult<? extends Address> address(String written) {
        boolean email = written.contains("@");
        String text = email || written.startsWith("+") ? written : "+" + written.strip();
        return addresses.parse(email ? Channel.EMAIL : Channel.SMS, text);
    }
}
