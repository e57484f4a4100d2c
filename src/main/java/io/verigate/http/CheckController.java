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
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.delivery.CodeCheck;
import io.verigate.delivery.RecentCodes;
import io.verigate.delivery.Verification;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.wire.CheckAnswer;
import io.verigate.http.wire.Requests;

/// Compares codes. Wrong, expired, used up, superseded and unknown look alike and take the same way.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
final class CheckController {
    private static final String NONE = "v-none";

    private final CodeCheck codes;
    private final RecentCodes recent;
    private final InteractionReader reader;
    private final CheckReplies outcomes;
    private final Replies replies;

    CheckController(
            CodeCheck codes,
            RecentCodes recent,
            InteractionReader reader,
            CheckReplies outcomes,
            Replies replies) {
        this.codes = codes;
        this.recent = recent;
        this.reader = reader;
        this.outcomes = outcomes;
        this.replies = replies;
    }

    /// Compares a code with that of a verification, and uses it up.
    @Post("/verifications/{id}/check")
    @Needs(Access.VERIFICATIONS_WRITE)
    @Tag(name = "Verifications")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Check a code",
            description =
                    "Answers `verified` and nothing more: wrong, expired, used up, superseded and unknown look alike.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Check.class))))
    @ApiResponse(
            responseCode = "200",
            description = "Whether it was the right one",
            content = @Content(schema = @Schema(implementation = CheckAnswer.class)))
    HttpResponse<?> check(HttpRequest<byte[]> request, String id) {
        Typed typed = typed(Call.of(request));
        return Slices.answer(
                () -> compare(typed, id.length() > InteractionReader.LONGEST_ID ? NONE : id));
    }

    /// Compares a code with the newest one that is on its way to newly named security info.
    @Post("/accounts/{account}/security-info/{securityInfo}/confirm")
    @Needs(Access.ACCOUNTS_WRITE)
    @Tag(name = "Accounts")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Prove newly named security info by its code",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Check.class))))
    @ApiResponse(
            responseCode = "200",
            description = "Whether it is proven",
            content = @Content(schema = @Schema(implementation = CheckAnswer.class)))
    HttpResponse<?> confirm(HttpRequest<byte[]> request, String account, String securityInfo) {
        Typed typed = typed(Call.of(request));
        return Slices.answer(() ->
                compare(
                        typed,
                        recent.proof(account, securityInfo)
                                .map(Verification::id)
                                .orElse(NONE + account)));
    }

    private record Typed(Call call, String code, Source source, Signals signals) {
        @Override
        public String toString() {
            return "a typed code";
        }
    }

    private Typed typed(Call call) {
        Fields fields = call.fields();
        Typed typed =
                new Typed(
                        call,
                        VerificationDesk.code(fields),
                        reader.source(fields),
                        reader.signals(fields));
        fields.end();
        return typed;
    }

    private HttpResponse<?> compare(Typed typed, String id) {
        return replies.once(
                typed.call(),
                Replies.Work.<CodeCheck.Outcome>waiting(
                        wrap ->
                                codes.check(
                                        id, typed.code(), typed.source(), typed.signals(), wrap),
                        outcome ->
                                outcome instanceof CodeCheck.Outcome.Refused(var decision)
                                        ? decision
                                        : null,
                        outcome -> outcomes.of(outcome, typed.call())));
    }
}
