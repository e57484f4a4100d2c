package io.verigate.api.rulesets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;

/// Activation, candidates and rollback.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RolloutController {
    private final RolloutCalls rollouts;
    private final RuleSetResponses responses;
    private final IdempotentExecutor executor;

    RolloutController(
            RolloutCalls rollouts, RuleSetResponses responses, IdempotentExecutor executor) {
        this.rollouts = rollouts;
        this.responses = responses;
        this.executor = executor;
    }

    @Post("/{revision}/activate")
    @RequiresScope(ApiScope.RULES_ACTIVATE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Activate a version or make it the candidate",
            description =
                    "Without a body, activates the version if its parent is active. `replaces` names another"
                            + " active revision, as when rolling back. `shadow` makes it a candidate without effect,"
                            + " `share` a candidate that decides for a percentage of accounts.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = RequestSchemas.Activation.class)))
    @ApiResponse(
            responseCode = "200",
            description = "In effect on every node within 5 seconds",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Rollout.class)))
    HttpResponse<?> activate(HttpRequest<byte[]> request, String revision) {
        ApiCall call = ApiCall.of(request);
        return executor.executeOutsideLedger(call, () -> rollouts.activate(call, revision));
    }

    @Get("/candidate")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "Get the candidate", description = "Its report is at `/v1/shadow`.")
    @ApiResponse(
            responseCode = "200",
            description = "The candidate, as seen by the node that responds",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Candidate.class)))
    HttpResponse<?> candidate() {
        return PreparedResponse.okHttp(
                responses.candidate().orElseThrow(RolloutCalls::noCandidate));
    }

    @Delete("/candidate")
    @RequiresScope(ApiScope.RULES_ACTIVATE)
    @Operation(summary = "Withdraw the candidate")
    @ApiResponse(
            responseCode = "200",
            description = "No candidate on any node within 5 seconds",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Rollout.class)))
    HttpResponse<?> withdraw(HttpRequest<?> request) {
        return rollouts.withdraw(request).http();
    }
}
