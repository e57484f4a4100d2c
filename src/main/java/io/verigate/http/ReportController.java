package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.Access;
import io.verigate.decision.Decision;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import io.verigate.delivery.ReceiptDesk;
import io.verigate.delivery.UnrequestedCode;
import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationState;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Anonymous;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.DecisionAnswer;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.http.wire.ReportAnswer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people and providers tell of codes that left.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class ReportController {
    private final UnrequestedCode unrequested;
    private final ReceiptDesk receipts;
    private final VerificationDesk desk;
    private final DecisionWriter writer;
    private final Replies replies;

    ReportController(
            UnrequestedCode unrequested,
            ReceiptDesk receipts,
            VerificationDesk desk,
            DecisionWriter writer,
            Replies replies) {
        this.unrequested = unrequested;
        this.receipts = receipts;
        this.desk = desk;
        this.writer = writer;
        this.replies = replies;
    }

    /// Takes a person's word that they did not ask for a code.
    @Post("/verifications/{id}/unrequested")
    @Needs(Access.VERIFICATIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Tell that nobody asked for a code",
            description =
                    "The report counts, and the code is worth nothing from then on. No body is needed.")
    @ApiResponse(
            responseCode = "200",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
    HttpResponse<?> unrequested(HttpRequest<byte[]> request, String id) {
        Call call = Call.of(request);
        Fields fields = call.fieldsOrNone();
        fields.end();
        Verification verification = desk.findCode(id);
        return replies.once(
                call,
                Replies.Work.<UnrequestedCode.Reported>waiting(
                        wrap -> unrequested.report(verification, Source.UNKNOWN, wrap),
                        UnrequestedCode.Reported::decision,
                        reported ->
                                Reply.ok(
                                        new ReportAnswer(
                                                id,
                                                VerificationState.REPORTED.word(),
                                                told(reported.decision(), call.language())))));
    }

    /// Takes a delivery receipt.
    @Post("/receipts/{provider}")
    @Consumes(MediaType.ALL)
    @Anonymous("the provider's signature over the call is checked instead")
    @Operation(
            summary = "Take a delivery receipt",
            description =
                    "For providers, in their own format, signed with the secret that they share.")
    @ApiResponse(responseCode = "204", description = "It is recorded")
    HttpResponse<?> receipt(HttpRequest<byte[]> request, String provider) {
        if (provider.length() > InteractionReader.LONGEST_ID) {
            throw unknownProvider();
        }
        Map<String, String> headers = new HashMap<>();
        request.getHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return switch (receipts.take(provider, headers, request.getBody().orElse(new byte[0]))) {
            case ACCEPTED -> HttpResponse.noContent();
            case TOO_EARLY -> ReceiptReplies.tellAgain(request);
            case UNKNOWN_PROVIDER -> throw unknownProvider();
            case NOT_SIGNED ->
                    throw ProblemException.of(
                            ProblemKind.UNAUTHENTICATED,
                            "the signature of the call is missing or wrong");
            case NOT_UNDERSTOOD ->
                    throw ProblemException.of(
                            ProblemKind.INVALID_REQUEST, "this is not a receipt of this provider");
        };
    }

    private static ProblemException unknownProvider() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "there is no provider of this name");
    }

    private @Nullable DecisionAnswer told(Decision decision, String language) {
        boolean silent = decision.verdict() == Verdict.ALLOW && decision.advice().isEmpty();
        return silent ? null : writer.answer(decision, language);
    }
}
