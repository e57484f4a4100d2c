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

/// Adds security info to accounts, beside what there is or in place of it.
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

    /// Names a new method of proof.
    @Post
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Add security info",
            description =
                    "Where the channel receives codes, one leaves and the info is pending until it is confirmed;"
                            + " other methods are proven by the caller and confirmed at once.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Enrol.class))))
    @ApiResponse(
            responseCode = "201",
            description = "It is added",
            content = @Content(schema = @Schema(implementation = SecurityInfoResponse.Added.class)))
    HttpResponse<?> add(HttpRequest<byte[]> request, String id) {
        return enrol(request, id, InteractionKind.ADD_SECURITY_INFO);
    }

    /// Names a method of proof that takes the place of all others.
    @Post("/replacement")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Replace all security info",
            description =
                    "For people who have none of it left. The new info is pending and signs nobody in until"
                            + " `heldUntil`; then, once it is proven, it takes the place of all that was there"
                            + " before. Any use of that meanwhile cancels it. The contacts that there are hear of it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Enrol.class))))
    @ApiResponse(
            responseCode = "201",
            description = "It is accepted",
            content = @Content(schema = @Schema(implementation = SecurityInfoResponse.Added.class)))
    HttpResponse<?> replace(HttpRequest<byte[]> request, String id) {
        return enrol(request, id, InteractionKind.REPLACE_SECURITY_INFO);
    }

    private HttpResponse<?> enrol(HttpRequest<byte[]> request, String id, InteractionKind kind) {
        ApiCall call = ApiCall.of(request);
        String account = AccountController.checked(id);
        JsonFields fields = call.fields();
        Optional<JsonFields> told = fields.child("method");
        if (!fields.has("method")) {
            fields.missing("method", "");
        }
        Optional<Channel> channel =
                told.flatMap(fresh -> reader.channel(fresh).or(() -> withoutChannel(fresh)));
        Method method =
                channel.filter(Channel::receivesCodes)
                        .flatMap(known -> told.flatMap(fresh -> named(fresh, known)))
                        .orElse(Method.NONE);
        Interaction interaction = reader.request(kind, account, method, fields);
        fields.end();
        return executor.executeAndWait(
                call,
                enrolment.add(interaction, channel.orElseThrow()),
                outcome -> responses.of(outcome, call, interaction));
    }

    private static Optional<Channel> withoutChannel(JsonFields told) {
        // Whatever the channel was meant to be, an address is nothing unknown.
        told.has("address");
        return Optional.empty();
    }

    private Optional<Method> named(JsonFields told, Channel channel) {
        return reader.address(told, channel).map(address -> new Method.Named(channel, address));
    }
}
