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
import io.verigate.api.common.security.RequiresScope;
import io.verigate.decision.Decision;
import io.verigate.journal.DecisionLog;
import io.verigate.rules.explain.Explanation;
import io.verigate.rules.runtime.RecordedFacts;
import io.verigate.rules.runtime.RevisionLookup;

/// Explanations of decisions.
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

    @Get("/{id}/explanation")
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "Explain a decision",
            description =
                    "Which rules fired on which facts, which findings lost, and which rules nearly fired and"
                            + " what they lacked. Evaluates the rule set that decided again on the recorded facts;"
                            + " returns 409 if that rule set is no longer stored.")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation",
            content = @Content(schema = @Schema(implementation = ExplanationResponse.class)))
    HttpResponse<?> explain(String id) {
        Decision decision =
                journal.find(id)
                        .orElseThrow(() -> ProblemException.notFound("unknown decision"))
                        .decision();
        ExplanationResponse response =
                rules.use(
                                decision.ruleset(),
                                ruleSet ->
                                        Explanation.of(
                                                ruleSet,
                                                RecordedFacts.facts(
                                                        ruleSet.policies(), decision.facts())))
                        .map(explanation ->
                                ExplanationMapper.toResponse(explanation, id, decision.fired()))
                        .orElseThrow(() -> notStored(decision.ruleset()));
        return PreparedResponse.okHttp(response);
    }

    private static ProblemException notStored(String revision) {
        return ProblemException.conflict(
                "the rule set `"
                        + revision
                        + "` that decided is no longer stored, so the decision cannot be explained");
    }
}
