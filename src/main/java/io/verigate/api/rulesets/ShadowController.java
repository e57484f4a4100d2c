package io.verigate.api.rulesets;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.openapi.AcceptsPeriod;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.ShadowDifferences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Differences between decisions and those of shadow rules and candidates.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class ShadowController {
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);

    private final ShadowDifferences differences;
    private final RuleSetResponses responses;
    private final InstantSource clock;

    ShadowController(
            ShadowDifferences differences, RuleSetResponses responses, InstantSource clock) {
        this.differences = differences;
        this.responses = responses;
        this.clock = clock;
    }

    @Get("/shadow")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Get what shadow rules and the candidate would have decided",
            description =
                    "By rule set, rule, verdicts and region, the most frequent first; an empty rule stands for"
                            + " the candidate as a whole. Default period: the last 7 days.")
    @AcceptsPeriod
    @ApiResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Shadow.class)))
    HttpResponse<?> report(@Parameter(hidden = true) HttpParameters parameters) {
        Instant now = clock.instant();
        QueryParameters query = QueryParameters.of(parameters);
        Instant to = time(query, "to").orElse(now.plusSeconds(1));
        Instant from = time(query, "from").orElse(to.minus(DEFAULT_PERIOD));
        query.finish();
        return PreparedResponse.okHttp(
                new RuleSetBodies.Shadow(
                        from,
                        to,
                        differences.decisions(from, to),
                        responses.candidate().orElse(null),
                        differences.counts(from, to).stream()
                                .map(count -> toResponse(count.difference(), count.decisions()))
                                .toList()));
    }

    @Get("/decisions/{id}/differences")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Get what shadow rules and the candidate would have decided for one decision",
            description =
                    "By rules in shadow mode and by the candidate of that time, with the rules that fired in it.")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`; empty if there is no difference",
            content = @Content(schema = @Schema(implementation = ListSchemas.Differences.class)))
    HttpResponse<?> differences(String id) {
        return PreparedResponse.okHttp(
                ListPage.whole(
                        differences.of(id).stream()
                                .map(difference -> toResponse(difference, 1))
                                .toList()));
    }

    private static Optional<Instant> time(QueryParameters query, String name) {
        return query.fields()
                .<Instant>optionalParsed(name, TextParser.MAX_LENGTH, "bad-time", TextParser::time);
    }

    private static RuleSetBodies.Difference toResponse(
            ShadowDifference difference, long decisions) {
        return new RuleSetBodies.Difference(
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
