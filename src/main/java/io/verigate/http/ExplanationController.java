package io.verigate.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.Access;
import io.verigate.decision.Decision;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.ExplanationAnswer;
import io.verigate.http.wire.ExplanationWriter;
import io.verigate.journal.Journal;
import io.verigate.rules.Explanation;
import io.verigate.rules.Recorded;
import io.verigate.rules.RevisionLookup;

/// Why decisions came out as they did.
@Controller("/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class ExplanationController {
    private final Journal journal;
    private final RevisionLookup rules;

    ExplanationController(Journal journal, RevisionLookup rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /// The rules asked again about the recorded facts.
    @Get("/{id}/explanation")
    @Needs(Access.DECISIONS_READ)
    @Operation(
            summary = "Explain a decision in words",
            description =
                    "Which rules fired on what, which findings lost, and which rules nearly fired and what was"
                            + " missing. The rule set that decided is asked again about the recorded facts; when it is"
                            + " not kept any more, that is a conflict (409).")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation",
            content = @Content(schema = @Schema(implementation = ExplanationAnswer.class)))
    HttpResponse<?> explain(String id) {
        Decision decision =
                journal.find(id)
                        .orElseThrow(() ->
                                ProblemException.of(
                                        ProblemKind.NOT_FOUND, "there is no decision with this id"))
                        .decision();
        ExplanationAnswer answer =
                rules.use(
                                decision.ruleset(),
                                ruleSet ->
                                        Explanation.of(
                                                ruleSet,
                                                Recorded.facts(
                                                        ruleSet.policies(), decision.facts())))
                        .map(explanation ->
                                ExplanationWriter.answer(explanation, id, decision.fired()))
                        .orElseThrow(() -> notKept(decision.ruleset()));
        return Reply.ok(answer).http();
    }

    private static ProblemException notKept(String revision) {
        return ProblemException.of(
                ProblemKind.CONFLICT,
                "the rule set `"
                        + revision
                        + "` that decided is not kept here any more, so that it cannot be asked again");
    }
}
