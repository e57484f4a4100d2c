package io.verigate.api.securityinfo;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
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
import io.verigate.api.accounts.AccountController;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.securityinfo.SkipPrompt;

/// The prompt to verify security info.
@Controller("/v1/accounts/{id}/prompt")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class PromptController {
    private final SkipPrompt prompt;
    private final InteractionReader reader;
    private final DecisionMapper mapper;
    private final RefusalProblems refusals;
    private final IdempotentExecutor executor;

    PromptController(
            SkipPrompt prompt,
            InteractionReader reader,
            DecisionMapper mapper,
            RefusalProblems refusals,
            IdempotentExecutor executor) {
        this.prompt = prompt;
        this.reader = reader;
        this.mapper = mapper;
        this.refusals = refusals;
        this.executor = executor;
    }

    @Post("/skip")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Skip the prompt to verify security info",
            description =
                    "For a user who was prompted at sign-in. The rules decide how often and for how long the"
                            + " prompt can be skipped; the body may be empty.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestSchemas.Skip.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Skipped",
            content = @Content(schema = @Schema(implementation = DecisionResponse.class)))
    HttpResponse<?> skip(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.validId(id);
        JsonFields fields = call.optionalFields();
        Interaction interaction =
                reader.request(InteractionKind.SKIP_PROMPT, account, Method.NONE, fields);
        fields.finish();
        String language = call.language(interaction.language());
        return executor.executeAndWait(
                call,
                prompt.skip(interaction),
                decision ->
                        decision.verdict().accepts()
                                ? PreparedResponse.ok(mapper.toResponse(decision, language))
                                : refusals.of(decision, call, language));
    }
}
