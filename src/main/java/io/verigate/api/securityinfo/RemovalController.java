package io.verigate.api.securityinfo;

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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.accounts.AccountController;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
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

/// Takes security info from accounts, in two steps.
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

    /// Selects security info for removal.
    @Post
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Ask for the removal of security info",
            description =
                    "The first of two steps; it works until the second. What was never proven is removed at once.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Removal.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The security info as it is now",
            content =
                    @Content(schema = @Schema(implementation = SecurityInfoResponse.Changed.class)))
    HttpResponse<?> request(HttpRequest<byte[]> request, String account, String securityInfo) {
        Asked asked = asked(request, account, securityInfo);
        return execute(asked, removal.request(asked.interaction()));
    }

    /// Removes security info that was selected.
    @Post("/confirm")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Confirm the removal of security info",
            description =
                    "The second step. The last confirmed method is never removed this way. The contacts that are"
                            + " left hear of it.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Removal.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The security info, which is removed",
            content =
                    @Content(schema = @Schema(implementation = SecurityInfoResponse.Changed.class)))
    HttpResponse<?> confirm(HttpRequest<byte[]> request, String account, String securityInfo) {
        Asked asked = asked(request, account, securityInfo);
        return execute(asked, removal.confirm(asked.interaction()));
    }

    private record Asked(ApiCall call, Interaction interaction) {}

    private Asked asked(HttpRequest<byte[]> request, String account, String securityInfo) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fieldsOrNone();
        Interaction interaction =
                reader.request(
                        InteractionKind.REMOVE_SECURITY_INFO,
                        AccountController.checked(account),
                        new Method.Enrolled(securityInfo),
                        fields);
        fields.end();
        return new Asked(call, interaction);
    }

    private HttpResponse<?> execute(
            Asked asked, LedgerTransaction<RemoveSecurityInfo.Outcome> transaction) {
        try {
            return executor.executeAndWait(
                    asked.call(), transaction, outcome -> response(outcome, asked));
        } catch (UnknownSecurityInfo e) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "the account has no such security info: list it with GET /v1/accounts/{id}/security-info");
        }
    }

    private PreparedResponse response(RemoveSecurityInfo.Outcome outcome, Asked asked) {
        String language = asked.call().language(asked.interaction().language());
        return switch (outcome) {
            case RemoveSecurityInfo.Outcome.Done(var info, var decision) ->
                    PreparedResponse.ok(
                            new SecurityInfoResponse.Changed(
                                    SecurityInfoResponse.of(info),
                                    decisions.answer(decision, language)));
            case RemoveSecurityInfo.Outcome.Refused(var decision) ->
                    refusals.of(decision, asked.call(), language);
        };
    }
}
