package io.verigate.api.verifications;

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
import io.verigate.api.common.FixedTimeResponse;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.verification.CheckCode;
import io.verigate.verification.RecentCodes;
import io.verigate.verification.Verification;

/// Checks codes. Wrong, expired, used, superseded and unknown codes are indistinguishable and take the same path.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
final class CheckController {
    private static final String NONE = "v-none";

    private final CheckCode checkCode;
    private final RecentCodes recent;
    private final InteractionReader reader;
    private final CheckResponses responses;
    private final IdempotentExecutor executor;

    CheckController(
            CheckCode checkCode,
            RecentCodes recent,
            InteractionReader reader,
            CheckResponses responses,
            IdempotentExecutor executor) {
        this.checkCode = checkCode;
        this.recent = recent;
        this.reader = reader;
        this.responses = responses;
        this.executor = executor;
    }

    @Post("/verifications/{id}/check")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @Tag(name = "Verifications")
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Check a code",
            description =
                    "Returns `verified` only: wrong, expired, used, superseded and unknown codes are"
                            + " indistinguishable.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Check.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Whether the code was correct",
            content = @Content(schema = @Schema(implementation = CheckResponse.class)))
    HttpResponse<?> check(HttpRequest<byte[]> request, String id) {
        Typed typed = typed(ApiCall.of(request));
        return FixedTimeResponse.run(
                () -> compare(typed, id.length() > InteractionReader.MAX_ID_LENGTH ? NONE : id));
    }

    @Post("/accounts/{account}/security-info/{securityInfo}/confirm")
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Tag(name = "Accounts")
    @AcceptsIdempotencyKey
    @Operation(summary = "Confirm new security info with its code")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Check.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Whether it is confirmed",
            content = @Content(schema = @Schema(implementation = CheckResponse.class)))
    HttpResponse<?> confirm(HttpRequest<byte[]> request, String account, String securityInfo) {
        Typed typed = typed(ApiCall.of(request));
        return FixedTimeResponse.run(() ->
                compare(
                        typed,
                        recent.proof(account, securityInfo)
                                .map(Verification::id)
                                .orElse(NONE + account)));
    }

    private record Typed(ApiCall call, String code, Source source, Signals signals) {
        @Override
        public String toString() {
            return "a typed code";
        }
    }

    private Typed typed(ApiCall call) {
        JsonFields fields = call.fields();
        Typed typed =
                new Typed(
                        call,
                        VerificationService.code(fields),
                        reader.source(fields),
                        reader.signals(fields));
        fields.finish();
        return typed;
    }

    private HttpResponse<?> compare(Typed typed, String id) {
        return executor.executeAndWait(
                typed.call(),
                checkCode.check(id, typed.code(), typed.source(), typed.signals()),
                outcome -> responses.of(outcome, typed.call()));
    }
}
