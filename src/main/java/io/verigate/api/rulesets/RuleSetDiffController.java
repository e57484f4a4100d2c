package io.verigate.api.rulesets;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.analysis.backtest.RecentDecisionDiff;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.FileDiff;
import io.verigate.ruleset.RuleSetRepository;
import java.util.List;

/// Differences between rule sets.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetDiffController {
    private static final int MAX_DECISIONS = 10_000;
    private static final int DEFAULT_DECISIONS = 1_000;

    private final RuleSetRepository store;
    private final RecentDecisionDiff recent;

    RuleSetDiffController(RuleSetRepository store, RecentDecisionDiff recent) {
        this.store = store;
        this.recent = recent;
    }

    @Get("/{revision}/diff/{other}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Compare two rule sets",
            description = "File by file, and by their verdicts on the newest logged decisions.")
    @Parameter(
            name = "decisions",
            in = ParameterIn.QUERY,
            description = "Number of newest decisions to evaluate again, 0 to 10000. Default: 1000",
            schema = @Schema(type = "integer", maximum = "10000"))
    @ApiResponse(
            responseCode = "200",
            description = "The differences",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Diff.class)))
    HttpResponse<?> diff(
            String revision, String other, @Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit =
                query.fields()
                        .<Integer>optionalParsed(
                                "decisions",
                                TextParser.MAX_LENGTH,
                                "out-of-range",
                                text -> TextParser.number(text, 0, MAX_DECISIONS))
                        .orElse(DEFAULT_DECISIONS);
        query.finish();
        RuleSetFiles from = files(revision);
        RuleSetFiles to = files(other);
        List<RuleSetBodies.FileChange> files =
                FileDiff.of(from, to).stream()
                        .map(file ->
                                new RuleSetBodies.FileChange(
                                        file.file(), file.change(), file.diff()))
                        .toList();
        RuleSetBodies.Decisions decisions =
                limit == 0
                        ? null
                        : RuleSetDrafts.orProblem(
                                () -> toResponse(recent.compare(from, to, limit)));
        return PreparedResponse.okHttp(new RuleSetBodies.Diff(revision, other, files, decisions));
    }

    private RuleSetFiles files(String revision) {
        return store.find(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
    }

    private static RuleSetBodies.Decisions toResponse(RecentDecisionDiff.Parting parting) {
        return new RuleSetBodies.Decisions(
                parting.decisions(),
                parting.changed(),
                parting.turns().stream()
                        .map(turn ->
                                new RuleSetBodies.Turn(
                                        turn.from().wireName(),
                                        turn.to().wireName(),
                                        turn.region(),
                                        turn.rules(),
                                        turn.decisions()))
                        .toList(),
                parting.examples(),
                parting.unknown());
    }
}
