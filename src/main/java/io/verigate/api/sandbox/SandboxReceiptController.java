package io.verigate.api.sandbox;

import io.micronaut.context.annotation.Requires;
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
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.ReceiptListener;
import io.verigate.sandbox.SandboxMessages;
import java.time.InstantSource;
import java.util.Optional;

/// Simulates carriers' delivery receipts. Available only when the sandbox is enabled.
@Controller("/sandbox/receipts")
@Requires(beans = SandboxMessages.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Sandbox")
final class SandboxReceiptController {
    private static final int MAX_ERROR_LENGTH = 64;

    private final SandboxMessages messages;
    private final ReceiptListener receipts;
    private final IdempotentExecutor executor;
    private final InstantSource clock;

    SandboxReceiptController(
            SandboxMessages messages,
            ReceiptListener receipts,
            IdempotentExecutor executor,
            InstantSource clock) {
        this.messages = messages;
        this.receipts = receipts;
        this.executor = executor;
        this.clock = clock;
    }

    @Post
    @RequiresScope(ApiScope.SANDBOX)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Simulate a delivery receipt",
            description =
                    "As a carrier would send it, for the newest sent message of a verification.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Receipt.class)))
    @ApiResponse(responseCode = "204", description = "Recorded")
    HttpResponse<?> receipt(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        String verification = fields.text("verification", InteractionReader.MAX_ID_LENGTH);
        Optional<DeliveryReceipt.Status> status =
                fields.enumValue("status", DeliveryReceipt.Status.class);
        String error = fields.optionalText("error", MAX_ERROR_LENGTH);
        fields.finish();
        return executor.executeOutsideLedger(
                call,
                () -> {
                    DeliveryReceipt receipt =
                            new DeliveryReceipt(
                                    reference(verification),
                                    status.orElseThrow(),
                                    error,
                                    clock.instant());
                    if (!receipts.received(receipt)) {
                        throw ProblemException.of(
                                ProblemKind.UNAVAILABLE,
                                "the message of this receipt is not known yet: retry");
                    }
                    return PreparedResponse.noContent();
                });
    }

    private String reference(String verification) {
        return messages.reference(verification)
                .orElseThrow(() ->
                        ProblemException.notFound(
                                "no message of this verification has been sent yet"));
    }
}
