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
import io.verigate.account.Accounts;
import io.verigate.account.SecurityInfo;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;

/// Resends codes.
@Controller("/v1/verifications")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class ResendController {
    private final SendCode sendCode;
    private final InteractionReader reader;
    private final VerificationService verifications;
    private final IdempotentExecutor executor;
    private final Accounts accounts;

    ResendController(
            SendCode sendCode,
            InteractionReader reader,
            VerificationService verifications,
            IdempotentExecutor executor,
            Accounts accounts) {
        this.sendCode = sendCode;
        this.reader = reader;
        this.verifications = verifications;
        this.executor = executor;
        this.accounts = accounts;
    }

    @Post("/{id}/resend")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Resend a code",
            description =
                    "By the same or another method, under the same rules as any code. Creates a new"
                            + " verification; the previous code is superseded.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestSchemas.Resend.class)))
    @ApiResponse(
            responseCode = "201",
            description = "A code is being sent",
            content = @Content(schema = @Schema(implementation = VerificationResponse.class)))
    HttpResponse<?> resend(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.optionalFields();
        Verification old = verifications.findCode(id);
        rejectFinished(old);
        Interaction interaction = interaction(old, fields);
        fields.finish();
        return resend(call, old, interaction, fields.has("method"));
    }

    /// A caller that gives no method need not know that the previous code went to security info.
    private HttpResponse<?> resend(
            ApiCall call, Verification old, Interaction interaction, boolean namesMethod) {
        String language = call.language(interaction.language());
        try {
            return executor.executeAndWait(
                    call,
                    sendCode.resend(old, interaction),
                    outcome -> verifications.sent(outcome, call, language));
        } catch (UnknownSecurityInfo e) {
            if (namesMethod) {
                throw e;
            }
            throw ProblemException.conflict(
                    "the security info that this code was sent to has been removed: send a code by another method");
        }
    }

    private Interaction interaction(Verification old, JsonFields fields) {
        boolean confirms = old.purpose() == Purpose.SECURITY_INFO;
        boolean hasMethod = fields.has("method");
        Method method = reader.method(fields, false);
        if (confirms && hasMethod) {
            fields.addError(
                    "method",
                    "misplaced",
                    "must be omitted: this code confirms the security info it was sent to");
        }
        // New security info is identified by its address, as when it was added.
        return reader.request(
                kind(old), old.account(), hasMethod ? method : same(old, confirms), fields);
    }

    private InteractionKind kind(Verification old) {
        if (old.purpose() != Purpose.SECURITY_INFO) {
            return InteractionKind.SEND_CODE;
        }
        boolean replaces =
                accounts.find(old.account())
                        .flatMap(account -> account.info(old.securityInfo()))
                        .filter(SecurityInfo::isHeld)
                        .isPresent();
        return replaces ? InteractionKind.REPLACE_SECURITY_INFO : InteractionKind.ADD_SECURITY_INFO;
    }

    private static Method same(Verification old, boolean confirms) {
        return old.securityInfo().isEmpty() || confirms
                ? new Method.Named(old.channel(), old.address())
                : new Method.Enrolled(old.securityInfo());
    }

    private static void rejectFinished(Verification old) {
        if (old.state() == VerificationState.VERIFIED
                || old.state() == VerificationState.REPORTED) {
            throw ProblemException.conflict(
                    "this verification is `" + old.state().wireName() + "`: create a new one");
        }
    }
}
