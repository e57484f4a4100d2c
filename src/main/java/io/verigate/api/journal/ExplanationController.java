package io.verigate.api.journal;

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
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.decision.Decision;
import io.verigate.journal.DecisionLog;
import io.verigate.rules.explain.Explanation;
import io.verigate.rules.runtime.RecordedFacts;
import io.verigate.rules.runtime.RevisionLookup;

/// Why decisions came out as they did.
@Controller("/v1/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Decisions")
final class ExplanationController {
    private final DecisionLog journal;
    private final RevisionLookup rules;

    ExplanationController(DecisionLog journal, RevisionLookup rules) {
        this.journal = journal;
        this.rules = rules;
    }

    /// The rules asked again about the recorded facts.
    @Get("/{id}/explanation")
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Explain a decision in words",
            description =
                    "Which rules fired on what, which findings lost, and which rules nearly fired and what was"
                            + " missing. The rule set that decided is asked again about the recorded facts; when it is"
                            + " not kept any more, that is a conflict (409).")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation",
            content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
    HttpResponse<?> explain(String id) {
        Decision decision =
                journal.find(id)
                        .orElseThrow(() ->
                                ProblemException.of(
                                        ProblemKind.NOT_FOUND, "there is no decision with this id"))
                        .decision();
        ExplanationResponse answer =
                rules.use(
                                decision.ruleset(),
                                ruleSet ->
                                        Explanation.of(
                                                ruleSet,
                                                RecordedFacts.facts(
                                                        ruleSet.policies(), decision.facts())))
                        .map(explanation ->
                                ExplanationMapper.answer(explanation, id, decision.fired()))
                        .orElseThrow(() -> notKept(decision.ruleset()));
        return PreparedResponse.ok(answer).http();
    }

    private static ProblemException notKept(String revision) {
        return ProblemException.of(
                ProblemKind.CONFLICT,
                "the rule set `"
                        + revision
                        + "` that decided is not kept here any more, so that it cannot be asked again");
    }
}
