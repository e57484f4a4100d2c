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
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.Access;
import io.verigate.assessment.Assessment;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Verdict;
import io.verigate.delivery.UnrequestedCode;
import io.verigate.delivery.UnrequestedCode.Reported;
import io.verigate.http.body.EventReader;
import io.verigate.http.body.Fields;
import io.verigate.http.gate.Needs;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.http.wire.EventAnswer;
import io.verigate.http.wire.Requests;
import java.util.Optional;

/// What callers observed.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class EventController {
    private final Assessment assessment;
    private final UnrequestedCode unrequested;
    private final EventReader reader;
    private final DecisionWriter writer;
    private final Replies replies;

    EventController(
            Assessment assessment,
            UnrequestedCode unrequested,
            EventReader reader,
            DecisionWriter writer,
            Replies replies) {
        this.assessment = assessment;
        this.unrequested = unrequested;
        this.reader = reader;
        this.writer = writer;
        this.replies = replies;
    }

    /// Records something that was observed.
    @Post("/events")
    @Needs(Access.DECISIONS_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Tell what was observed",
            description =
                    "`at` is now unless told, and never in the future. `severity` (needed) and `clause` belong to"
                            + " `terms-violation`. `unrequested-code` means the newest code of the account within the"
                            + " hour, to `method` if that is told. The decision is null when none results.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Requests.Event.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "a violation",
                                                            value = Requests.EVENT_EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = EventAnswer.class)))
    HttpResponse<?> event(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Fields fields = call.fields();
        Optional<Interaction> interaction = reader.read(fields);
        fields.end();
        String language = call.language("");
        return isUnrequestedCode(interaction.orElseThrow())
                ? replies.once(
                        call,
                        Replies.Work.<Reported>waiting(
                                wrap -> unrequested.report(interaction.get(), wrap),
                                Reported::decision,
                                reported -> Reply.ok(event(reported.decision(), language))))
                : replies.once(
                        call,
                        Replies.Work.<Decision>waiting(
                                wrap ->
                                        assessment.assess(
                                                interaction.get(),
                                                (assessed, aftermath) -> assessed.decision(),
                                                wrap::around),
                                decision -> decision,
                                decision -> Reply.ok(event(decision, language))));
    }

    private static boolean isUnrequestedCode(Interaction told) {
        return told.report()
                .filter(report -> report.event() == ReportedEvent.UNREQUESTED_CODE)
                .isPresent();
    }

    private EventAnswer event(Decision decision, String language) {
        boolean silent = decision.verdict() == Verdict.ALLOW && decision.advice().isEmpty();
        return new EventAnswer(decision.id(), silent ? null : writer.answer(decision, language));
    }
}
