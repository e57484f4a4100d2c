package io.verigate.api.verifications;

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
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.Anonymous;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Decision;
import io.verigate.decision.Source;
import io.verigate.decision.Verdict;
import io.verigate.delivery.receipt.ReceiptEndpoint;
import io.verigate.verification.ReportUnrequestedCode;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
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
    private final ReportUnrequestedCode unrequested;
    private final ReceiptEndpoint receipts;
    private final VerificationService desk;
    private final DecisionMapper writer;
    private final IdempotentExecutor executor;

    ReportController(
            ReportUnrequestedCode unrequested,
            ReceiptEndpoint receipts,
            VerificationService desk,
            DecisionMapper writer,
            IdempotentExecutor executor) {
        this.unrequested = unrequested;
        this.receipts = receipts;
        this.desk = desk;
        this.writer = writer;
        this.executor = executor;
    }

    /// Takes a person's word that they did not ask for a code.
    @Post("/verifications/{id}/unrequested")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
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
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    HttpResponse<?> unrequested(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fieldsOrNone();
        fields.end();
        Verification verification = desk.findCode(id);
        return executor.executeAndWait(
                call,
                unrequested.report(verification, Source.UNKNOWN),
                decision ->
                        PreparedResponse.ok(
                                new ReportResponse(
                                        id,
                                        VerificationState.REPORTED.wireName(),
                                        news(decision, call.language()))));
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
        if (provider.length() > InteractionReader.MAX_ID_LENGTH) {
            throw unknownProvider();
        }
        Map<String, String> headers = new HashMap<>();
        request.getHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return switch (receipts.take(provider, headers, request.getBody().orElse(new byte[0]))) {
            case ACCEPTED -> HttpResponse.noContent();
            case TOO_EARLY -> ReceiptResponses.tellAgain(request);
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

    private @Nullable DecisionResponse news(Decision decision, String language) {
        boolean silent = decision.verdict() == Verdict.ALLOW && decision.advice().isEmpty();
        return silent ? null : writer.answer(decision, language);
    }
}
