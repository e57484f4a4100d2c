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
import io.verigate.http.gate.Needs;
import io.verigate.http.wire.CoverageAnswer;
import io.verigate.policy.RuleSetFiles;
import io.verigate.regression.Outcome;
import io.verigate.regression.Suite;
import io.verigate.regression.SuiteRunner;
import io.verigate.rules.Coverage;
import io.verigate.rules.RevisionLookup;
import io.verigate.rules.RuleSet;
import io.verigate.ruleset.Examiner;
import io.verigate.ruleset.RuleSets;
import java.util.function.ObjIntConsumer;

/// How much of a rule set its cases try.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetCoverageController {
    private final RuleSets store;
    private final RevisionLookup rules;
    private final Examiner examiner;

    RuleSetCoverageController(RuleSets store, RevisionLookup rules, Examiner examiner) {
        this.store = store;
        this.rules = rules;
        this.examiner = examiner;
    }

    /// Runs the cases of one version in memory, and measures.
    @Get("/{revision}/coverage")
    @Needs(Access.RULES_READ)
    @Operation(
            summary = "Measure how much of one version its cases try",
            description =
                    "Its cases and timelines are run in memory. A constraint is tried when it decides alone, both"
                            + " ways. Takes a second for a version that does not decide now.")
    @ApiResponse(
            responseCode = "200",
            description = "By rule and by constraint",
            content = @Content(schema = @Schema(implementation = CoverageAnswer.class)))
    HttpResponse<?> coverage(String revision) {
        RuleSetFiles files = store.find(revision).orElseThrow(() -> Rollouts.unknown(revision));
        return Reply.ok(
                        examiner.inTurn(next ->
                                rules.use(revision, ruleSet -> measured(ruleSet, files, next))
                                        .orElseThrow(() -> Rollouts.unknown(revision))))
                .http();
    }

    private static CoverageAnswer measured(
            RuleSet ruleSet, RuleSetFiles files, ObjIntConsumer<String> next) {
        Suite suite = Suite.read(ruleSet.policies(), files.cases());
        Coverage coverage =
                Coverage.of(
                        ruleSet,
                        Outcome.facts(new SuiteRunner(ruleSet, System::nanoTime, next).run(suite)));
        return CoverageAnswer.of(ruleSet.revision(), coverage);
    }
}
