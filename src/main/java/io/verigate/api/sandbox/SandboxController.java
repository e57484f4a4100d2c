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

/// For people who integrate: moves the clock and shows what would have been sent. Not there unless the sandbox is on.
@Controller("/sandbox")
@Requires(beans = {SandboxClock.class, SandboxMessages.class})
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Sandbox")
final class SandboxController {
    /// What lies a year later fits into the database, whose times end in 2038.
    private static final Instant LAST = Instant.parse("2036-06-30T23:59:59Z");

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final int MAX_ADDRESS_LENGTH = 320;

    private final SandboxClock clock;
    private final SandboxMessages messages;
    private final Addresses addresses;

    SandboxController(SandboxClock clock, SandboxMessages messages, Addresses addresses) {
        this.clock = clock;
        this.messages = messages;
        this.addresses = addresses;
    }

    /// What the service's clock shows.
    @Schema(name = "Clock")
    record Shown(Instant now) {}

    /// What the clock shows.
    @Get("/clock")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(summary = "Read the service's clock")
    @ApiResponse(
            responseCode = "200",
            description = "What it shows",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    HttpResponse<?> clock() {
        return PreparedResponse.ok(new Shown(clock.instant())).http();
    }

    /// Moves the clock ahead.
    @Put("/clock")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(
            summary = "Move the service's clock ahead",
            description = "To a time (`now`) or by a length (`advance`); never back.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.ClockMove
                                                                            .class))))
    @ApiResponse(
            responseCode = "200",
            description = "What it shows now",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    HttpResponse<?> move(HttpRequest<byte[]> request) {
        JsonFields fields = ApiCall.of(request).fields();
        Optional<Instant> to =
                fields.parsedOr("now", TextParser.MAX_LENGTH, "bad-time", TextParser::keptTime);
        Optional<Duration> by =
                fields.parsedOr("advance", TextParser.MAX_LENGTH, "bad-length", TextParser::length);
        if (fields.has("now") == fields.has("advance")) {
            fields.fault("advance", "misplaced", "tell either `now` or `advance`");
        }
        fields.refuseUnknown();
        to.filter(LAST::isBefore).ifPresent(late -> tooFar(fields, "now"));
        by.filter(most -> most.compareTo(Duration.between(clock.instant(), LAST)) > 0)
                .ifPresent(length -> tooFar(fields, "advance"));
        fields.faults().check();
        by.ifPresent(clock::advance);
        if (to.isPresent() && !clock.advanceTo(to.get())) {
            fields.fault(
                    "now", "out-of-range", "this lies behind the clock, which goes ahead only");
            fields.faults().check();
        }
        return clock();
    }

    private static void tooFar(JsonFields fields, String field) {
        fields.fault(field, "out-of-range", "the clock goes no further than the middle of 2036");
    }

    /// What would have been sent.
    @Get("/messages")
    @RequiresScope(ApiScope.SANDBOX)
    @Operation(
            summary = "Read what would have been sent",
            description = "Newest first. Waits up to 2 s for messages that are due to leave.")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Only messages to this address",
            schema = @Schema(implementation = String.class))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Messages.class)))
    HttpResponse<?> messages(@Parameter(hidden = true) HttpParameters parameters)
            throws InterruptedException {
        QueryParameters query = QueryParameters.of(parameters);
        Optional<String> to =
                query.fields()
                        .<Address>parsedOr("to", MAX_ADDRESS_LENGTH, "bad-address", this::address)
                        .map(Address::text);
        query.end();
        long end = System.nanoTime() + MAX_WAIT.toNanos();
        while (!messages.isQuiet() && System.nanoTime() < end) {
            Thread.sleep(LOOK_AGAIN);
        }
        return PreparedResponse.ok(ListPage.whole(messages.find(to))).http();
    }

    // A `+` of a query is a blank to most programs, so one that was lost is put back.
    private ParseResult<? extends Address> address(String written) {
        boolean email = written.contains("@");
        String text = email || written.startsWith("+") ? written : "+" + written.strip();
        return addresses.parse(email ? Channel.EMAIL : Channel.SMS, text);
    }
}
