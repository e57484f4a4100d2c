package io.verigate.api.decisions;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.ReportedEvent;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.verification.ReportUnrequestedCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Events that callers report.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class EventController {
    private final DecisionService decisions;
    private final ReportUnrequestedCode unrequested;
    private final EventReader reader;
    private final DecisionMapper mapper;
    private final IdempotentExecutor executor;

    EventController(
            DecisionService decisions,
            ReportUnrequestedCode unrequested,
            EventReader reader,
            DecisionMapper mapper,
            IdempotentExecutor executor) {
        this.decisions = decisions;
        this.unrequested = unrequested;
        this.reader = reader;
        this.mapper = mapper;
        this.executor = executor;
    }

    @Post("/events")
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Report an event",
            description =
                    "`at` must not be in the future. Default: now. `severity` (required) and `clause` are for"
                            + " `terms-violation` only. `unrequested-code` refers to the newest code of the account"
                            + " within the last hour, sent to `method` if given. `decision` is null if there is none.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RequestSchemas.Event.class),
                            examples =
                                    @ExampleObject(
                                            name = "a violation",
                                            value = RequestSchemas.EVENT_EXAMPLE)))
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EventResponse.class)))
    CompletableFuture<HttpResponse<?>> event(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        Optional<Interaction> interaction = reader.read(fields);
        fields.finish();
        String language = call.language("");
        return executor.execute(
                call,
                transaction(interaction.orElseThrow()),
                decision ->
                        PreparedResponse.ok(
                                new EventResponse(
                                        decision.id(),
                                        mapper.toNotableResponse(decision, language))));
    }

    private LedgerTransaction<Decision> transaction(Interaction interaction) {
        return isUnrequestedCode(interaction)
                ? unrequested.report(interaction)
                : decisions.decide(interaction);
    }

    private static boolean isUnrequestedCode(Interaction interaction) {
        return interaction
                .report()
                .filter(report -> report.event() == ReportedEvent.UNREQUESTED_CODE)
                .isPresent();
    }
}
