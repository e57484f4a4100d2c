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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;

/// What decides and what is tried: changed by one call, and taken back by another.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RolloutController {
    private final RolloutCalls rollouts;
    private final RuleSetResponses telling;
    private final IdempotentExecutor executor;

    RolloutController(
            RolloutCalls rollouts, RuleSetResponses telling, IdempotentExecutor executor) {
        this.rollouts = rollouts;
        this.telling = telling;
        this.executor = executor;
    }

    /// Makes a version decide, or tries it.
    @Post("/{revision}/activate")
    @RequiresScope(ApiScope.RULES_ACTIVATE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Make a version decide, or try it",
            description =
                    "Without a body it decides, if its parent does now. `replaces` names what decides now otherwise,"
                            + " as for going back. `shadow` tries it without effect, `share` for so many percent of accounts.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Activation
                                                                            .class))))
    @ApiResponse(
            responseCode = "200",
            description = "So it is, on every node within 5 seconds",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleSetResponseBodies.Rollout.class)))
    HttpResponse<?> activate(HttpRequest<byte[]> request, String revision) {
        ApiCall call = ApiCall.of(request);
        return executor.executeOutsideLedger(call, () -> rollouts.activate(call, revision));
    }

    /// What is tried.
    @Get("/candidate")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "Read what is tried", description = "Its report is at `/v1/shadow`.")
    @ApiResponse(
            responseCode = "200",
            description = "The candidate on the node that answers",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Candidate.class)))
    HttpResponse<?> candidate() {
        return PreparedResponse.ok(telling.candidate().orElseThrow(RolloutCalls::nothingTried))
                .http();
    }

    /// Ends a trial.
    @Delete("/candidate")
    @RequiresScope(ApiScope.RULES_ACTIVATE)
    @Operation(summary = "Withdraw what is tried")
    @ApiResponse(
            responseCode = "200",
            description = "Nothing is tried, on every node within 5 seconds",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleSetResponseBodies.Rollout.class)))
    HttpResponse<?> withdraw(HttpRequest<?> request) {
        return rollouts.withdraw(request).http();
    }
}
