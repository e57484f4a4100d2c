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
import io.verigate.account.ClearRequest.Person;
import io.verigate.api.accounts.AccountController;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.securityinfo.ClearSecurityInfo;

/// What the help desk does for a person whose device is lost or stolen.
@Controller("/v1/accounts/{id}/security-info/clear")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class ClearController {
    private static final int MAX_REASON_LENGTH = 500;

    private final ClearSecurityInfo clear;
    private final ClearResponses responses;
    private final IdempotentExecutor executor;

    ClearController(
            ClearSecurityInfo clear, ClearResponses responses, IdempotentExecutor executor) {
        this.clear = clear;
        this.responses = responses;
        this.executor = executor;
    }

    /// Asks to clear all security info of a managed account.
    @Post
    @RequiresScope(ApiScope.SECURITY_INFO_CLEAR)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Ask to clear the security info of an account",
            description = "For managed accounts. Nothing happens until another person approves it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Clear.class))))
    @ApiResponse(
            responseCode = "201",
            description = "It waits for another person",
            content = @Content(schema = @Schema(implementation = ClearResponse.class)))
    HttpResponse<?> ask(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.checked(id);
        JsonFields fields = call.fields();
        String reason = fields.text("reason", MAX_REASON_LENGTH);
        fields.end();
        return executor.executeAndWait(
                call,
                clear.request(account, person(call), reason),
                outcome -> responses.of(outcome, call));
    }

    /// Approves it as another person, and does it.
    @Post("/{clear}/approve")
    @RequiresScope(ApiScope.SECURITY_INFO_CLEAR)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Approve clearing the security info of an account",
            description =
                    "By another person than the one who asked, which is another API key of another name. All"
                            + " security info is removed at once, the contacts that there were hear of it, and the"
                            + " next sign-in has the route `register`.")
    @ApiResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = ClearResponse.class)))
    HttpResponse<?> approve(HttpRequest<byte[]> request, String id, String clear) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.checked(id);
        call.fieldsOrNone().end();
        if (clear.length() > InteractionReader.MAX_ID_LENGTH) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, ClearResponses.UNKNOWN);
        }
        return executor.executeAndWait(
                call,
                this.clear.approve(account, clear, person(call)),
                outcome -> responses.of(outcome, call));
    }

    private static Person person(ApiCall call) {
        return new Person(call.caller().id(), call.caller().name());
    }
}
