package io.verigate.api.decisions;

import com.fasterxml.jackson.databind.JsonNode;
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

/// Decisions. A refusal is a decision, so the status is 200.
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

    @Post("/decisions")
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Decide on one interaction",
            description =
                    "Returns 200 whatever the verdict. The decision is durable before the response is sent.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RequestSchemas.Decide.class),
                            examples =
                                    @ExampleObject(
                                            name = "a text message",
                                            value = RequestSchemas.DECIDE_EXAMPLE)))
    @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionResponse.class)))
    CompletableFuture<HttpResponse<?>> decide(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        Optional<Interaction> interaction = reader.decision(fields);
        fields.finish();
        String language = call.language(interaction.orElseThrow().language());
        return executor.execute(
                call,
                decisions.decide(interaction.get()),
                decision -> PreparedResponse.ok(mapper.toResponse(decision, language)));
    }

    @Post("/decisions/batch")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @RequiresScope(ApiScope.DECISIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Decide on up to 100 interactions",
            description =
                    "The body is an array of interactions; decisions are returned in the same order. Items are"
                            + " decided concurrently, so no item is guaranteed to count towards another. An error in any"
                            + " item rejects the whole batch. An item whose account does not have the given security"
                            + " info returns a problem in its place.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Decide[].class)))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }` with one decision for each item",
            content = @Content(schema = @Schema(implementation = ListSchemas.Batch.class)))
    HttpResponse<?> decideAll(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonNode body = JsonBody.parse(call.body(), JsonBody.MAX_BATCH_SIZE);
        return batch.run(call, body).http();
    }
}
