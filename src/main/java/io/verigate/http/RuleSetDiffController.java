package io.verigate.http;

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
import io.verigate.access.Access;
import io.verigate.backtest.Recent;
import io.verigate.http.body.Query;
import io.verigate.http.body.Texts;
import io.verigate.http.gate.Needs;
import io.verigate.http.wire.RuleSetAnswers;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.FileDiff;
import io.verigate.ruleset.RuleSets;
import java.util.List;

/// What changes from one rule set to another.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetDiffController {
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;

    private final RuleSets store;
    private final Recent recent;

    RuleSetDiffController(RuleSets store, Recent recent) {
        this.store = store;
        this.recent = recent;
    }

    /// Text and decisions that differ.
    @Get("/{revision}/diff/{other}")
    @Needs(Access.RULES_READ)
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
            content = @Content(schema = @Schema(implementation = RuleSetAnswers.Diff.class)))
    HttpResponse<?> diff(
            String revision, String other, @Parameter(hidden = true) HttpParameters parameters) {
        Query query = Query.of(parameters);
        int most =
                query.fields()
                        .<Integer>parsedOr(
                                "decisions",
                                Texts.LONGEST,
                                "out-of-range",
                                text -> Texts.number(text, 0, MOST))
                        .orElse(USUAL);
        query.end();
        RuleSetFiles from = files(revision);
        RuleSetFiles to = files(other);
        List<RuleSetAnswers.FileChange> files =
                FileDiff.of(from, to).stream()
                        .map(file ->
                                new RuleSetAnswers.FileChange(
                                        file.file(), file.change(), file.diff()))
                        .toList();
        RuleSetAnswers.Decisions decisions =
                most == 0
                        ? null
                        : RuleSetDrafts.telling(() -> told(recent.compare(from, to, most)));
        return Reply.ok(new RuleSetAnswers.Diff(revision, other, files, decisions)).http();
    }

    private RuleSetFiles files(String revision) {
        return store.find(revision).orElseThrow(() -> Rollouts.unknown(revision));
    }

    private static RuleSetAnswers.Decisions told(Recent.Parting parting) {
        return new RuleSetAnswers.Decisions(
                parting.decisions(),
                parting.changed(),
                parting.turns().stream()
                        .map(turn ->
                                new RuleSetAnswers.Turn(
                                        turn.from().word(),
                                        turn.to().word(),
                                        turn.region(),
                                        turn.rules(),
                                        turn.decisions()))
                        .toList(),
                parting.examples(),
                parting.unknown());
    }
}
