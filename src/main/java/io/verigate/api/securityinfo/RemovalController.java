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
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.securityinfo.RemoveSecurityInfo;
import io.verigate.securityinfo.RemoveSecurityInfo.RemovalResult;

/// Removes security info in two steps.
@Controller("/v1/accounts/{account}/security-info/{securityInfo}/removal")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class RemovalController {
    private final RemoveSecurityInfo removal;
    private final InteractionReader reader;
    private final DecisionMapper decisions;
    private final RefusalProblems refusals;
    private final IdempotentExecutor executor;

    RemovalController(
            RemoveSecurityInfo removal,
            InteractionReader reader,
            DecisionMapper decisions,
            RefusalProblems refusals,
            IdempotentExecutor executor) {
        this.removal = removal;
        this.reader = reader;
        this.decisions = decisions;
        this.refusals = refusals;
        this.executor = executor;
    }

    @Post
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Request the removal of security info",
            description =
                    "First of two steps; the security info stays usable until the second. Unconfirmed security"
                            + " info is removed at once.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = RequestSchemas.Removal.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The security info",
            content =
                    @Content(schema = @Schema(implementation = SecurityInfoResponse.Changed.class)))
    HttpResponse<?> request(HttpRequest<byte[]> request, String account, String securityInfo) {
        RemovalRequest removalRequest = removalRequest(request, account, securityInfo);
        return execute(removalRequest, removal.request(removalRequest.interaction()));
    }

    @Post("/confirm")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Confirm the removal of security info",
            description =
                    "Second step. The last confirmed method cannot be removed this way. Remaining contact"
                            + " methods are notified.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = RequestSchemas.Removal.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The removed security info",
            content =
                    @Content(schema = @Schema(implementation = SecurityInfoResponse.Changed.class)))
    HttpResponse<?> confirm(HttpRequest<byte[]> request, String account, String securityInfo) {
        RemovalRequest removalRequest = removalRequest(request, account, securityInfo);
        return execute(removalRequest, removal.confirm(removalRequest.interaction()));
    }

    private record RemovalRequest(ApiCall call, Interaction interaction) {}

    private RemovalRequest removalRequest(
            HttpRequest<byte[]> request, String account, String securityInfo) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.optionalFields();
        Interaction interaction =
                reader.request(
                        InteractionKind.REMOVE_SECURITY_INFO,
                        AccountController.validId(account),
                        new Method.Enrolled(securityInfo),
                        fields);
        fields.finish();
        return new RemovalRequest(call, interaction);
    }

    private HttpResponse<?> execute(
            RemovalRequest removalRequest, LedgerTransaction<RemovalResult> transaction) {
        try {
            return executor.executeAndWait(
                    removalRequest.call(),
                    transaction,
                    outcome -> response(outcome, removalRequest));
        } catch (UnknownSecurityInfo e) {
            throw ProblemException.notFound(
                    "unknown security info: list it with GET /v1/accounts/{id}/security-info");
        }
    }

    private PreparedResponse response(RemovalResult outcome, RemovalRequest removalRequest) {
        String language = removalRequest.call().language(removalRequest.interaction().language());
        return switch (outcome) {
            case RemovalResult.Changed(var info, var decision) ->
                    PreparedResponse.ok(
                            new SecurityInfoResponse.Changed(
                                    SecurityInfoResponse.of(info),
                                    decisions.toResponse(decision, language)));
            case RemovalResult.Refused(var decision) ->
                    refusals.of(decision, removalRequest.call(), language);
        };
    }
}
