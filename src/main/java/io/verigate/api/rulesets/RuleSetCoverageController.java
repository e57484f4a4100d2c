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

/// Test coverage of rule sets.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetCoverageController {
    private final RuleSetRepository store;
    private final RevisionLookup rules;
    private final RuleSetValidator validator;

    RuleSetCoverageController(
            RuleSetRepository store, RevisionLookup rules, RuleSetValidator validator) {
        this.store = store;
        this.rules = rules;
        this.validator = validator;
    }

    @Get("/{revision}/coverage")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Measure the test coverage of a version",
            description =
                    "Runs its cases and timelines in memory. A constraint is covered if it decides alone both"
                            + " ways. Takes about a second for a version that is not active.")
    @ApiResponse(
            responseCode = "200",
            description = "Coverage by rule and by constraint",
            content = @Content(schema = @Schema(implementation = CoverageResponse.class)))
    HttpResponse<?> coverage(String revision) {
        RuleSetFiles files = store.find(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
        return PreparedResponse.okHttp(
                validator.inTurn(next ->
                        rules.use(revision, ruleSet -> measured(ruleSet, files, next))
                                .orElseThrow(() -> RolloutCalls.unknown(revision))));
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
