package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.Access;
import io.verigate.decision.Interaction;
import io.verigate.delivery.Dispatch;
import io.verigate.delivery.Purpose;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.Problem;
import io.verigate.http.wire.Requests;
import io.verigate.http.wire.VerificationAnswer;
import java.util.concurrent.CompletableFuture;

/// Codes that leave, and how far they have come.
@Controller("/v1/verifications")
@AnswersProblems
@Tag(name = "Verifications")
final class VerificationController {
    private final Dispatch dispatch;
    private final InteractionReader reader;
    private final VerificationDesk desk;
    private final Replies replies;

    VerificationController(
            Dispatch dispatch, InteractionReader reader, VerificationDesk desk, Replies replies) {
        this.dispatch = dispatch;
        this.reader = reader;
        this.desk = desk;
        this.replies = replies;
    }

    /// Decides, and sends a code when that allows it.
    @Post
    @Needs(Access.VERIFICATIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Send a code",
            description =
                    "Decides on `send-code` and queues the message in the same transaction. The answer never holds"
                            + " the code.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(implementation = Requests.Verify.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a text message",
                                                            value = Requests.VERIFY_EXAMPLE))))
    @ApiResponse(
            responseCode = "201",
            description = "A code is on its way",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            description = "Blocked, with the decision; `Retry-After` when the block is temporary",
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
        Call call = Call.of(request);
        Fields fields = call.fields();
        Interaction interaction = reader.code(fields);
        Purpose purpose = fields.wordOr("purpose", Purpose.class).orElse(Purpose.SIGN_IN);
        if (purpose == Purpose.NOTICE) {
            fields.fault("purpose", "unknown-word", "a notice is sent by what it tells of");
        }
        if (purpose == Purpose.SECURITY_INFO) {
            fields.fault(
                    "purpose",
                    "unknown-word",
                    "security info is added by POST /v1/accounts/{id}/security-info");
        }
        fields.end();
        String language = call.language(interaction.language());
        return replies.later(
                        call,
                        new Replies.Work<Dispatch.Outcome>(
                                wrap -> dispatch.send(interaction, purpose, wrap),
                                Dispatch.Outcome::decision,
                                outcome -> desk.sent(outcome, call, language)))
                .whenComplete((response, failure) -> desk.ring());
    }

    /// How far a verification has come.
    @Get("/{id}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Needs(Access.VERIFICATIONS_WRITE)
    @Operation(summary = "How far a code has come")
    @ApiResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    HttpResponse<?> state(String id) {
        return Reply.ok(desk.state(id)).http();
    }
}
