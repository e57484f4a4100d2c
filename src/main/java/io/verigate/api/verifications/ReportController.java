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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.Anonymous;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Source;
import io.verigate.delivery.receipt.ReceiptEndpoint;
import io.verigate.verification.ReportUnrequestedCode;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reports of unrequested codes, and delivery receipts.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class ReportController {
    /// In seconds. The provider's response is recorded within one, unless the database was unavailable.
    private static final String RECEIPT_RETRY_AFTER = "5";

    private final ReportUnrequestedCode unrequested;
    private final ReceiptEndpoint receipts;
    private final VerificationService verifications;
    private final DecisionMapper mapper;
    private final IdempotentExecutor executor;

    ReportController(
            ReportUnrequestedCode unrequested,
            ReceiptEndpoint receipts,
            VerificationService verifications,
            DecisionMapper mapper,
            IdempotentExecutor executor) {
        this.unrequested = unrequested;
        this.receipts = receipts;
        this.verifications = verifications;
        this.mapper = mapper;
        this.executor = executor;
    }

    @Post("/verifications/{id}/unrequested")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Report a code that nobody requested",
            description = "Counts the report and invalidates the code. No body is needed.")
    @ApiResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    HttpResponse<?> unrequested(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.optionalFields();
        fields.finish();
        Verification verification = verifications.findCode(id);
        return executor.executeAndWait(
                call,
                unrequested.report(verification, Source.UNKNOWN),
                decision ->
                        PreparedResponse.ok(
                                new ReportResponse(
                                        id,
                                        VerificationState.REPORTED.wireName(),
                                        mapper.toNotableResponse(decision, call.language()))));
    }

    @Post("/receipts/{provider}")
    @Consumes(MediaType.ALL)
    @Anonymous("the provider's signature is verified instead")
    @Operation(
            summary = "Receive a delivery receipt",
            description = "For providers, in their own format, signed with the shared secret.")
    @ApiResponse(responseCode = "204", description = "Recorded")
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
            case TOO_EARLY ->
                    PreparedResponse.http(
                                    Problem.of(
                                            ProblemKind.UNAVAILABLE,
                                            "the message of this receipt is not known yet: retry after `Retry-After`"),
                                    request)
                            .header("Retry-After", RECEIPT_RETRY_AFTER);
            case UNKNOWN_PROVIDER -> throw unknownProvider();
            case INVALID_SIGNATURE ->
                    throw ProblemException.of(
                            ProblemKind.UNAUTHENTICATED, "the signature is missing or wrong");
            case MALFORMED ->
                    throw ProblemException.of(
                            ProblemKind.INVALID_REQUEST, "not a receipt of this provider");
        };
    }

    private static ProblemException unknownProvider() {
        return ProblemException.notFound("unknown provider");
    }
}
