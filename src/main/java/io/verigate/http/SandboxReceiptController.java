package io.verigate.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.verigate.access.Access;
import io.verigate.delivery.DeliveryReceipt;
import io.verigate.delivery.ReceiptListener;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.Requests;
import io.verigate.sandbox.SandboxMessages;
import java.time.InstantSource;
import java.util.Optional;

/// Plays the operator for people who integrate. Not there unless the sandbox is on.
@Controller("/sandbox/receipts")
@Requires(beans = SandboxMessages.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Sandbox")
final class SandboxReceiptController {
    private static final int LONGEST_ERROR = 64;

    private final SandboxMessages messages;
    private final ReceiptListener receipts;
    private final Replies replies;
    private final InstantSource clock;

    SandboxReceiptController(
            SandboxMessages messages,
            ReceiptListener receipts,
            Replies replies,
            InstantSource clock) {
        this.messages = messages;
        this.receipts = receipts;
        this.replies = replies;
        this.clock = clock;
    }

    /// Takes a receipt as if an operator had sent it.
    @Post
    @Needs(Access.SANDBOX)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Tell what became of a message",
            description =
                    "As an operator does, for the newest message of a verification that has left.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Receipt.class))))
    @ApiResponse(responseCode = "204", description = "It is recorded")
    HttpResponse<?> receipt(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Fields fields = call.fields();
        String verification = fields.text("verification", InteractionReader.LONGEST_ID);
        Optional<DeliveryReceipt.Status> status =
                fields.word("status", DeliveryReceipt.Status.class);
        String error = fields.textOr("error", LONGEST_ERROR);
        fields.end();
        return replies.beside(
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
                                "the message of this receipt is not known yet: tell it again");
                    }
                    return new Reply(HttpStatus.NO_CONTENT.getCode(), "", "", null);
                });
    }

    private String reference(String verification) {
        return messages.reference(verification)
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemKind.NOT_FOUND,
                                "no message of this verification has left yet"));
    }
}
