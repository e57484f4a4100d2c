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
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.delivery.Dispatch;
import io.verigate.delivery.Removal;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.http.wire.Requests;
import io.verigate.http.wire.SecurityInfoAnswer;
import io.verigate.ledger.Once.Settled;
import java.util.function.Function;

/// Takes security info from accounts, in two steps.
@Controller("/v1/accounts/{account}/security-info/{securityInfo}/removal")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class RemovalController {
    private final Removal removal;
    private final InteractionReader reader;
    private final DecisionWriter decisions;
    private final Refusals refusals;
    private final Replies replies;

    RemovalController(
            Removal removal,
            InteractionReader reader,
            DecisionWriter decisions,
            Refusals refusals,
            Replies replies) {
        this.removal = removal;
        this.reader = reader;
        this.decisions = decisions;
        this.refusals = refusals;
        this.replies = replies;
    }

    /// Selects security info for removal.
    @Post
    @Needs(Access.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Ask for the removal of security info",
            description =
                    "The first of two steps; it works until the second. What was never proven is removed at once.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Removal.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The security info as it is now",
            content = @Content(schema = @Schema(implementation = SecurityInfoAnswer.Changed.class)))
    HttpResponse<?> request(HttpRequest<byte[]> request, String account, String securityInfo) {
        Asked asked = asked(request, account, securityInfo);
        return answer(asked, wrap -> removal.request(asked.interaction(), wrap));
    }

    /// Removes security info that was selected.
    @Post("/confirm")
    @Needs(Access.ACCOUNTS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Confirm the removal of security info",
            description =
                    "The second step. The last confirmed method is never removed this way. The contacts that are"
                            + " left hear of it.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Removal.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The security info, which is removed",
            content = @Content(schema = @Schema(implementation = SecurityInfoAnswer.Changed.class)))
    HttpResponse<?> confirm(HttpRequest<byte[]> request, String account, String securityInfo) {
        Asked asked = asked(request, account, securityInfo);
        return answer(asked, wrap -> removal.confirm(asked.interaction(), wrap));
    }

    private record Asked(Call call, Interaction interaction) {}

    private Asked asked(HttpRequest<byte[]> request, String account, String securityInfo) {
        Call call = Call.of(request);
        Fields fields = call.fieldsOrNone();
        Interaction interaction =
                reader.request(
                        InteractionKind.REMOVE_SECURITY_INFO,
                        AccountController.checked(account),
                        new Method.Enrolled(securityInfo),
                        fields);
        fields.end();
        return new Asked(call, interaction);
    }

    private HttpResponse<?> answer(
            Asked asked,
            Function<
                            Dispatch.Wrap<Removal.Outcome, Settled<Removal.Outcome>>,
                            Settled<Removal.Outcome>>
                    run) {
        try {
            return replies.once(
                    asked.call(),
                    Replies.Work.<Removal.Outcome>waiting(
                            run, Removal.Outcome::decision, outcome -> reply(outcome, asked)));
        } catch (UnknownSecurityInfo e) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "the account has no such security info: list it with GET /v1/accounts/{id}/security-info");
        }
    }

    private Reply reply(Removal.Outcome outcome, Asked asked) {
        String language = asked.call().language(asked.interaction().language());
        return switch (outcome) {
            case Removal.Outcome.Done(var info, var decision) ->
                    Reply.ok(
                            new SecurityInfoAnswer.Changed(
                                    SecurityInfoAnswer.of(info),
                                    decisions.answer(decision, language)));
            case Removal.Outcome.Refused(var decision) ->
                    refusals.of(decision, asked.call(), language);
        };
    }
}
