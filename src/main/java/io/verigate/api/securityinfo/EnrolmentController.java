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
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.securityinfo.EnrolSecurityInfo;
import java.util.Optional;

/// Adds or replaces security info.
@Controller("/v1/accounts/{id}/security-info")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class EnrolmentController {
    private final EnrolSecurityInfo enrolment;
    private final InteractionReader reader;
    private final EnrolmentResponses responses;
    private final IdempotentExecutor executor;

    EnrolmentController(
            EnrolSecurityInfo enrolment,
            InteractionReader reader,
            EnrolmentResponses responses,
            IdempotentExecutor executor) {
        this.enrolment = enrolment;
        this.reader = reader;
        this.responses = responses;
        this.executor = executor;
    }

    @Post
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Add security info",
            description =
                    "If the channel delivers codes, a code is sent and the security info is pending until"
                            + " confirmed. Other methods are verified by the caller and confirmed at once.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Enrol.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = SecurityInfoResponse.Added.class)))
    HttpResponse<?> add(HttpRequest<byte[]> request, String id) {
        return enrol(request, id, InteractionKind.ADD_SECURITY_INFO);
    }

    @Post("/replacement")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Replace all security info",
            description =
                    "For users who have lost all their security info. The new security info is pending and"
                            + " cannot be used to sign in until `heldUntil`; then, once confirmed, it replaces all"
                            + " existing security info. Any use of existing security info in the meantime cancels the"
                            + " replacement. Existing contact methods are notified.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Enrol.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = SecurityInfoResponse.Added.class)))
    HttpResponse<?> replace(HttpRequest<byte[]> request, String id) {
        return enrol(request, id, InteractionKind.REPLACE_SECURITY_INFO);
    }

    private HttpResponse<?> enrol(HttpRequest<byte[]> request, String id, InteractionKind kind) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.validId(id);
        JsonFields fields = call.fields();
        Optional<JsonFields> methodFields = fields.child("method");
        if (!fields.has("method")) {
            fields.missing("method", "");
        }
        Optional<Channel> channel =
                methodFields.flatMap(
                        given -> reader.channel(given).or(() -> withoutChannel(given)));
        Method method =
                channel.filter(Channel::receivesCodes)
                        .flatMap(known -> methodFields.flatMap(given -> method(given, known)))
                        .orElse(Method.NONE);
        Interaction interaction = reader.request(kind, account, method, fields);
        fields.finish();
        return executor.executeAndWait(
                call,
                enrolment.add(interaction, channel.orElseThrow()),
                outcome -> responses.of(outcome, call, interaction));
    }

    private static Optional<Channel> withoutChannel(JsonFields methodFields) {
        // Whatever the channel was meant to be, `address` is a known field.
        methodFields.has("address");
        return Optional.empty();
    }

    private Optional<Method> method(JsonFields methodFields, Channel channel) {
        return reader.address(methodFields, channel)
                .map(address -> new Method.Named(channel, address));
    }
}
