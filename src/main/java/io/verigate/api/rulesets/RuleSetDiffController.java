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

/// What changes from one rule set to another.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetDiffController {
    private static final int MAX = 10_000;
    private static final int USUAL = 1_000;

    private final RuleSetRepository store;
    private final RecentDecisionDiff recent;

    RuleSetDiffController(RuleSetRepository store, RecentDecisionDiff recent) {
        this.store = store;
        this.recent = recent;
    }

    /// Text and decisions that differ.
    @Get("/{revision}/diff/{other}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Compare two rule sets",
            description = "File by file, and by what the newest decisions of the log would be.")
    @Parameter(
            name = "decisions",
            in = ParameterIn.QUERY,
            description =
                    "How many of the newest decisions are decided again: 1000 unless told, 0 for none",
            schema = @Schema(type = "integer", maximum = "10000"))
    @ApiResponse(
            responseCode = "200",
            description = "What changes",
            content = @Content(schema = @Schema(implementation = RuleSetResponseBodies.Diff.class)))
    HttpResponse<?> diff(
            String revision, String other, @Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int most =
                query.fields()
                        .<Integer>parsedOr(
                                "decisions",
                                TextParser.MAX_LENGTH,
                                "out-of-range",
                                text -> TextParser.number(text, 0, MAX))
                        .orElse(USUAL);
        query.end();
        RuleSetFiles from = files(revision);
        RuleSetFiles to = files(other);
        List<RuleSetResponseBodies.FileChange> files =
                FileDiff.of(from, to).stream()
                        .map(file ->
                                new RuleSetResponseBodies.FileChange(
                                        file.file(), file.change(), file.diff()))
                        .toList();
        RuleSetResponseBodies.Decisions decisions =
                most == 0
                        ? null
                        : RuleSetDrafts.telling(() -> told(recent.compare(from, to, most)));
        return PreparedResponse.ok(
                        new RuleSetResponseBodies.Diff(revision, other, files, decisions))
                .http();
    }

    private RuleSetFiles files(String revision) {
        return store.find(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
    }

    private static RuleSetResponseBodies.Decisions told(RecentDecisionDiff.Parting parting) {
        return new RuleSetResponseBodies.Decisions(
                parting.decisions(),
                parting.changed(),
                parting.turns().stream()
                        .map(turn ->
                                new RuleSetResponseBodies.Turn(
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
