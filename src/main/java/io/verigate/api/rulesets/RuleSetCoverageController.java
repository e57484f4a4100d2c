package io.verigate.api.rulesets;

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
import io.verigate.analysis.regression.CaseOutcome;
import io.verigate.analysis.regression.Suite;
import io.verigate.analysis.regression.SuiteRunner;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.explain.Coverage;
import io.verigate.rules.runtime.RevisionLookup;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetValidator;
import java.util.function.ObjIntConsumer;

/// How much of a rule set its cases try.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetCoverageController {
    private final RuleSetRepository store;
    private final RevisionLookup rules;
    private final RuleSetValidator examiner;

    RuleSetCoverageController(
            RuleSetRepository store, RevisionLookup rules, RuleSetValidator examiner) {
        this.store = store;
        this.rules = rules;
        this.examiner = examiner;
    }

    /// Runs the cases of one version in memory, and measures.
    @Get("/{revision}/coverage")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Measure how much of one version its cases try",
            description =
                    "Its cases and timelines are run in memory. A constraint is tried when it decides alone, both"
                            + " ways. Takes a second for a version that does not decide now.")
    @ApiResponse(
            responseCode = "200",
            description = "By rule and by constraint",
            content = @Content(schema = @Schema(implementation = CoverageResponse.class)))
    HttpResponse<?> coverage(String revision) {
        RuleSetFiles files = store.find(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
        return PreparedResponse.ok(
                        examiner.inTurn(next ->
                                rules.use(revision, ruleSet -> measured(ruleSet, files, next))
                                        .orElseThrow(() -> RolloutCalls.unknown(revision))))
                .http();
    }

    private static CoverageResponse measured(
            RuleSet ruleSet, RuleSetFiles files, ObjIntConsumer<String> next) {
        Suite suite = Suite.read(ruleSet.policies(), files.cases());
        Coverage coverage =
                Coverage.of(
                        ruleSet,
                        CaseOutcome.facts(
                                new SuiteRunner(ruleSet, System::nanoTime, next).run(suite)));
        return CoverageResponse.of(ruleSet.revision(), coverage);
    }
}
