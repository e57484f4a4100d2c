package io.verigate.api.decisions;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.assessment.DecisionService;
import io.verigate.decision.Interaction;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Decisions: a refusal is a decision and not an error, so the answer is 200.
@Controller("/v1")
@AnswersProblems
@Tag(name = "Decisions")
final class DecisionController {
    private final DecisionService decisions;
    private final InteractionReader reader;
    private final DecisionMapper mapper;
    private final IdempotentExecutor executor;
    private final DecisionBatch batch;

    DecisionController(
            DecisionService decisions,
            InteractionReader reader,
            DecisionMapper mapper,
            IdempotentExecutor executor,
            DecisionBatch batch) {
        this.decisions = decisions;
        this.reader = reader;
        this.mapper = mapper;
        this.executor = executor;
        this.batch = batch;
    }

    /// Assesses one interaction.
    @Post("/decisions")
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Decide on one interaction",
            description =
                    "A refusal is a decision: the answer is 200 whatever the verdict. It is on disk before it is"
                            + " answered.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Decide.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a text message",
                                                            value =
                                                                    RequestSchemas
                                                                            .DECIDE_EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionResponse.class)))
    CompletableFuture<HttpResponse<?>> decide(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        Optional<Interaction> interaction = reader.decision(fields);
        fields.end();
        String language = call.language(interaction.orElseThrow().language());
        return executor.execute(
                call,
                decisions.decide(interaction.get()),
                decision -> PreparedResponse.ok(mapper.answer(decision, language)));
    }

    /// Assesses up to a hundred interactions.
    @Post("/decisions/batch")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Decide on up to 100 interactions",
            description =
                    "The body is a list of interactions; the answers stand in its order. Items are decided side by"
                            + " side, so that none of them is sure to count for another. A fault in any item refuses"
                            + " the whole list. An item that names security info which its account does not have is"
                            + " answered by a problem in its place.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Decide[]
                                                                            .class))))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`, a decision for each item",
            content = @Content(schema = @Schema(implementation = ListSchemas.Batch.class)))
    HttpResponse<?> decideAll(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonNode body = JsonBody.parse(call.body(), JsonBody.MAX_BATCH_SIZE);
        return batch.run(call, body).http();
    }
}
