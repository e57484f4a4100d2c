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
import io.verigate.account.ClearRequest.Person;
import io.verigate.delivery.HelpDeskClear;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.ClearAnswer;
import io.verigate.http.wire.Requests;

/// What the help desk does for a person whose device is lost or stolen.
@Controller("/v1/accounts/{id}/security-info/clear")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class ClearController {
    private static final int LONGEST_REASON = 500;

    private final HelpDeskClear clear;
    private final ClearReplies outcomes;
    private final Replies replies;
    private final VerificationDesk desk;

    ClearController(
            HelpDeskClear clear, ClearReplies outcomes, Replies replies, VerificationDesk desk) {
        this.clear = clear;
        this.outcomes = outcomes;
        this.replies = replies;
        this.desk = desk;
    }

    /// Asks to clear all security info of a managed account.
    @Post
    @Needs(Access.SECURITY_INFO_CLEAR)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Ask to clear the security info of an account",
            description = "For managed accounts. Nothing happens until another person approves it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Clear.class))))
    @ApiResponse(
            responseCode = "201",
            description = "It waits for another person",
            content = @Content(schema = @Schema(implementation = ClearAnswer.class)))
    HttpResponse<?> ask(HttpRequest<byte[]> request, String id) {
        Call call = Call.of(request);
        String account = AccountController.checked(id);
        Fields fields = call.fields();
        String reason = fields.text("reason", LONGEST_REASON);
        fields.end();
        return replies.once(
                call,
                Replies.Work.<HelpDeskClear.Outcome>waiting(
                        wrap -> clear.ask(account, person(call), reason, wrap),
                        HelpDeskClear.Outcome::decision,
                        outcome -> outcomes.of(outcome, call)));
    }

    /// Approves it as another person, and does it.
    @Post("/{clear}/approve")
    @Needs(Access.SECURITY_INFO_CLEAR)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Approve clearing the security info of an account",
            description =
                    "By another person than the one who asked, which is another API key of another name. All"
                            + " security info is removed at once, the contacts that there were hear of it, and the"
                            + " next sign-in has the route `register`.")
    @ApiResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = ClearAnswer.class)))
    HttpResponse<?> approve(HttpRequest<byte[]> request, String id, String clear) {
        Call call = Call.of(request);
        String account = AccountController.checked(id);
        call.fieldsOrNone().end();
        if (clear.length() > InteractionReader.LONGEST_ID) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, ClearReplies.UNKNOWN);
        }
        HttpResponse<?> response =
                replies.once(
                        call,
                        Replies.Work.<HelpDeskClear.Outcome>waiting(
                                wrap -> this.clear.approve(account, clear, person(call), wrap),
                                HelpDeskClear.Outcome::decision,
                                outcome -> outcomes.of(outcome, call)));
        desk.ring();
        return response;
    }

    private static Person person(Call call) {
        return new Person(call.caller().id(), call.caller().name());
    }
}
