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
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.ShadowDifferences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What rules in shadow mode and candidates would have decided.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class ShadowController {
    private static final Duration USUAL = Duration.ofDays(7);

    private final ShadowDifferences differences;
    private final RuleSetResponses telling;
    private final InstantSource clock;

    ShadowController(ShadowDifferences differences, RuleSetResponses telling, InstantSource clock) {
        this.differences = differences;
        this.telling = telling;
        this.clock = clock;
    }

    /// Counts of differences.
    @Get("/shadow")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Read what shadows would have decided",
            description =
                    "By rule set, rule, verdicts and region, the most frequent first; an empty rule stands for the"
                            + " candidate as a whole. The last 7 days unless told.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Before",
            schema = @Schema(type = "string", format = "date-time"))
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(schema = @Schema(implementation = RuleSetResponseBodies.Shadow.class)))
    HttpResponse<?> report(@Parameter(hidden = true) HttpParameters parameters) {
        Instant now = clock.instant();
        QueryParameters query = QueryParameters.of(parameters);
        Instant to = time(query, "to").orElse(now.plusSeconds(1));
        Instant from = time(query, "from").orElse(to.minus(USUAL));
        query.end();
        return PreparedResponse.ok(
                        new RuleSetResponseBodies.Shadow(
                                from,
                                to,
                                differences.decisions(from, to),
                                telling.candidate().orElse(null),
                                differences.counts(from, to).stream()
                                        .map(count -> told(count.difference(), count.decisions()))
                                        .toList()))
                .http();
    }

    /// What one decision would have been.
    @Get("/decisions/{id}/differences")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Read what one decision would have been",
            description =
                    "By rules in shadow mode and by what was tried then, with the rules that fired there.")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`; no items when nothing differs",
            content = @Content(schema = @Schema(implementation = ListSchemas.Differences.class)))
    HttpResponse<?> differences(String id) {
        return PreparedResponse.ok(
                        ListPage.whole(
                                differences.of(id).stream()
                                        .map(difference -> told(difference, 1))
                                        .toList()))
                .http();
    }

    private static Optional<Instant> time(QueryParameters query, String name) {
        return query.fields()
                .<Instant>parsedOr(name, TextParser.MAX_LENGTH, "bad-time", TextParser::time);
    }

    private static RuleSetResponseBodies.Difference told(
            ShadowDifference difference, long decisions) {
        return new RuleSetResponseBodies.Difference(
                difference.ruleset(),
                difference.rule(),
                difference.verdict(),
                difference.other(),
                difference.region(),
                difference.effective(),
                difference.fired(),
                decisions);
    }
}
