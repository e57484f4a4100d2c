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
import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.api.accounts.AccountController;
import io.verigate.api.common.UriPaths;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Decision;
import io.verigate.securityinfo.ClearSecurityInfo;
import io.verigate.securityinfo.ClearSecurityInfo.ClearResult;

/// Clears security info for the help desk, for users whose device is lost or stolen.
@Controller("/v1/accounts/{id}/security-info/clear")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class ClearController {
    private static final int MAX_REASON_LENGTH = 500;
    private static final String UNKNOWN = "unknown clear request";

    private final ClearSecurityInfo clear;
    private final DecisionMapper decisions;
    private final RefusalProblems refusals;
    private final IdempotentExecutor executor;

    ClearController(
            ClearSecurityInfo clear,
            DecisionMapper decisions,
            RefusalProblems refusals,
            IdempotentExecutor executor) {
        this.clear = clear;
        this.decisions = decisions;
        this.refusals = refusals;
        this.executor = executor;
    }

    @Post
    @RequiresScope(ApiScope.SECURITY_INFO_CLEAR)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Request that the security info of an account be cleared",
            description = "For managed accounts. Takes effect when another person approves it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Clear.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Waiting for approval",
            content = @Content(schema = @Schema(implementation = ClearResponse.class)))
    HttpResponse<?> request(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.validId(id);
        JsonFields fields = call.fields();
        String reason = fields.text("reason", MAX_REASON_LENGTH);
        fields.finish();
        return executor.executeAndWait(
                call,
                clear.request(account, person(call), reason),
                outcome -> response(outcome, call));
    }

    @Post("/{clear}/approve")
    @RequiresScope(ApiScope.SECURITY_INFO_CLEAR)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Approve a clear request",
            description =
                    "Must be approved by a person other than the requester: a different API key with a"
                            + " different name. Removes all security info at once, notifies the account's contact"
                            + " methods, and gives the next sign-in the route `register`.")
    @ApiResponse(
            responseCode = "200",
            description = "Cleared",
            content = @Content(schema = @Schema(implementation = ClearResponse.class)))
    HttpResponse<?> approve(HttpRequest<byte[]> request, String id, String clear) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.validId(id);
        call.optionalFields().finish();
        if (clear.length() > InteractionReader.MAX_ID_LENGTH) {
            throw ProblemException.notFound(UNKNOWN);
        }
        return executor.executeAndWait(
                call,
                this.clear.approve(account, clear, person(call)),
                outcome -> response(outcome, call));
    }

    private static Person person(ApiCall call) {
        return new Person(call.caller().id(), call.caller().name());
    }

    private PreparedResponse response(ClearResult outcome, ApiCall call) {
        return switch (outcome) {
            case ClearResult.Requested(var request, var decision) ->
                    PreparedResponse.created(
                            toResponse(request, decision, call),
                            "/v1/accounts/"
                                    + UriPaths.segment(request.account())
                                    + "/security-info/clear/"
                                    + request.id());
            case ClearResult.Cleared(var request, var decision) ->
                    PreparedResponse.ok(toResponse(request, decision, call));
            case ClearResult.Refused(var decision) -> refusals.of(decision, call, call.language());
            case ClearResult.NotFound unknown -> problem(ProblemKind.NOT_FOUND, UNKNOWN, call);
            case ClearResult.AlreadyApproved over ->
                    problem(
                            ProblemKind.CONFLICT,
                            "already approved: create a new request if needed",
                            call);
            case ClearResult.SamePerson same ->
                    problem(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "must be approved by a person other than the requester",
                            call);
        };
    }

    private ClearResponse toResponse(ClearRequest request, Decision decision, ApiCall call) {
        return ClearResponse.of(request, decisions.toResponse(decision, call.language()));
    }

    private static PreparedResponse problem(ProblemKind kind, String detail, ApiCall call) {
        return PreparedResponse.of(Problem.of(kind, detail).during(call.requestId()));
    }
}
