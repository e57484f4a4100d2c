package io.verigate.api.decisions;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
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
import io.verigate.decision.Verdict;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.verification.ReportUnrequestedCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What callers observed.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class EventController {
    private final DecisionService decisions;
    private final ReportUnrequestedCode unrequested;
    private final EventReader reader;
    private final DecisionMapper writer;
    private final IdempotentExecutor executor;

    EventController(
            DecisionService decisions,
            ReportUnrequestedCode unrequested,
            EventReader reader,
            DecisionMapper writer,
            IdempotentExecutor executor) {
        this.decisions = decisions;
        this.unrequested = unrequested;
        this.reader = reader;
        this.writer = writer;
        this.executor = executor;
    }

    /// Records something that was observed.
    @Post("/events")
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Tell what was observed",
            description =
                    "`at` is now unless told, and never in the future. `severity` (needed) and `clause` belong to"
                            + " `terms-violation`. `unrequested-code` means the newest code of the account within the"
                            + " hour, to `method` if that is told. The decision is null when none results.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Event.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a violation",
                                                            value = RequestSchemas.EVENT_EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = EventResponse.class)))
    CompletableFuture<HttpResponse<?>> event(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        Optional<Interaction> interaction = reader.read(fields);
        fields.end();
        String language = call.language("");
        return executor.execute(
                call,
                transaction(interaction.orElseThrow()),
                decision -> PreparedResponse.ok(event(decision, language)));
    }

    private LedgerTransaction<Decision> transaction(Interaction interaction) {
        return isUnrequestedCode(interaction)
                ? unrequested.report(interaction)
                : decisions.decide(interaction);
    }

    private static boolean isUnrequestedCode(Interaction told) {
        return told.report()
                .filter(report -> report.event() == ReportedEvent.UNREQUESTED_CODE)
                .isPresent();
    }

    private EventResponse event(Decision decision, String language) {
        boolean silent = decision.verdict() == Verdict.ALLOW && decision.advice().isEmpty();
        return new EventResponse(decision.id(), silent ? null : writer.answer(decision, language));
    }
}
