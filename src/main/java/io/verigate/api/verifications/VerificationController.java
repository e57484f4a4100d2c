package io.verigate.api.verifications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Interaction;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import java.util.concurrent.CompletableFuture;

/// Sends codes and returns verifications.
@Controller("/v1/verifications")
@AnswersProblems
@Tag(name = "Verifications")
final class VerificationController {
    private final SendCode sendCode;
    private final InteractionReader reader;
    private final VerificationService verifications;
    private final IdempotentExecutor executor;

    VerificationController(
            SendCode sendCode,
            InteractionReader reader,
            VerificationService verifications,
            IdempotentExecutor executor) {
        this.sendCode = sendCode;
        this.reader = reader;
        this.verifications = verifications;
        this.executor = executor;
    }

    @Post
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Send a code",
            description =
                    "Decides on `send-code` and queues the message in the same transaction. The response never"
                            + " contains the code.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RequestSchemas.Verify.class),
                            examples =
                                    @ExampleObject(
                                            name = "a text message",
                                            value = RequestSchemas.VERIFY_EXAMPLE)))
    @ApiResponse(
            responseCode = "201",
            description = "A code is being sent",
            content = @Content(schema = @Schema(implementation = VerificationResponse.class)))
    @ApiResponse(
            responseCode = "403",
            description = "Blocked, with the decision; `Retry-After` if the block is temporary",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Refused, with the decision",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too early, with the decision and `Retry-After`",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    CompletableFuture<HttpResponse<?>> send(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        Interaction interaction = reader.code(fields);
        Purpose purpose =
                fields.optionalEnumValue("purpose", Purpose.class).orElse(Purpose.SIGN_IN);
        if (purpose == Purpose.NOTICE) {
            fields.addError("purpose", "unknown-word", "notices are sent by the service only");
        }
        if (purpose == Purpose.SECURITY_INFO) {
            fields.addError(
                    "purpose",
                    "unknown-word",
                    "add security info with POST /v1/accounts/{id}/security-info");
        }
        fields.finish();
        String language = call.language(interaction.language());
        return executor.execute(
                call,
                sendCode.send(interaction, purpose),
                outcome -> verifications.sent(outcome, call, language));
    }

    @Get("/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @Operation(summary = "Get a verification")
    @ApiResponse(
            responseCode = "200",
            description = "The verification",
            content = @Content(schema = @Schema(implementation = VerificationResponse.class)))
    HttpResponse<?> state(String id) {
        return PreparedResponse.okHttp(verifications.state(id));
    }
}
