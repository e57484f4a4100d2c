package io.verigate.http;

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
import io.verigate.access.Access;
import io.verigate.account.Accounts;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.delivery.Dispatch;
import io.verigate.delivery.Purpose;
import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationState;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.Requests;
import io.verigate.http.wire.VerificationAnswer;

/// Another code in place of one that did not come.
@Controller("/v1/verifications")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class ResendController {
    private final Dispatch dispatch;
    private final InteractionReader reader;
    private final VerificationDesk desk;
    private final Replies replies;
    private final Accounts accounts;

    ResendController(
            Dispatch dispatch,
            InteractionReader reader,
            VerificationDesk desk,
            Replies replies,
            Accounts accounts) {
        this.dispatch = dispatch;
        this.reader = reader;
        this.desk = desk;
        this.replies = replies;
        this.accounts = accounts;
    }

    /// Sends a new code; the one before is worth nothing from then on.
    @Post("/{id}/resend")
    @Needs(Access.VERIFICATIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Send another code",
            description =
                    "By the same or another method, under the same rules as any code. It is a new verification; the"
                            + " code before is worth nothing from then on.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Resend.class))))
    @ApiResponse(
            responseCode = "201",
            description = "A code is on its way",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    HttpResponse<?> resend(HttpRequest<byte[]> request, String id) {
        Call call = Call.of(request);
        Fields fields = call.fieldsOrNone();
        Verification old = desk.findCode(id);
        refuseFinished(old);
        Interaction interaction = interaction(old, fields);
        fields.end();
        String language = call.language(interaction.language());
        HttpResponse<?> response =
                replies.once(
                        call,
                        Replies.Work.<Dispatch.Outcome>waiting(
                                wrap -> again(old, interaction, fields, wrap),
                                Dispatch.Outcome::decision,
                                outcome -> desk.sent(outcome, call, language)));
        desk.ring();
        return response;
    }

    /// Whoever named no method need not know that the one before was security info.
    private <R> R again(
            Verification old,
            Interaction interaction,
            Fields fields,
            Dispatch.Wrap<Dispatch.Outcome, R> wrap) {
        try {
            return dispatch.resend(old, interaction, wrap);
        } catch (UnknownSecurityInfo e) {
            if (fields.has("method")) {
                throw e;
            }
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "the security info that this code went to was removed: ask for a new code by another method");
        }
    }

    private Interaction interaction(Verification old, Fields fields) {
        boolean proof = old.purpose() == Purpose.SECURITY_INFO;
        boolean other = fields.has("method");
        Method told = reader.method(fields, false);
        if (proof && other) {
            fields.fault(
                    "method",
                    "misplaced",
                    "this code has to prove the security info that it went to");
        }
        // Newly named security info is asked for by its address, as when it was added.
        return reader.request(kind(old), old.account(), other ? told : same(old, proof), fields);
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

    private static Method same(Verification old, boolean proof) {
        return old.securityInfo().isEmpty() || proof
                ? new Method.Named(old.channel(), old.address())
                : new Method.Enrolled(old.securityInfo());
    }

    private static void refuseFinished(Verification old) {
        if (old.state() == VerificationState.VERIFIED
                || old.state() == VerificationState.REPORTED) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT,
                    "this verification is `" + old.state().word() + "`: ask for a new one");
        }
    }
}
