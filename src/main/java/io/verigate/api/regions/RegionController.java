package io.verigate.api.regions;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.rulesets.RolloutCalls;
import io.verigate.api.rulesets.RuleSetBodies;
import io.verigate.api.rulesets.RuleSetDrafts;
import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.decision.WireEnum;
import io.verigate.ruleset.RegionAvailabilityService;
import io.verigate.ruleset.RegionAvailabilityService.Outcome;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// Availability of one channel in one region.
@Controller("/v1/regions/{region}/{channel}")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class RegionController {
    private final RegionAvailabilityService regions;
    private final RolloutCalls rollouts;
    private final InstantSource clock;

    RegionController(
            RegionAvailabilityService regions, RolloutCalls rollouts, InstantSource clock) {
        this.regions = regions;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    @Put
    @RequiresScope(ApiScope.REGIONS_WRITE)
    @Operation(
            summary = "Set the availability of a channel in a region",
            description =
                    "Publishes and activates the active rule set with this row changed, so its cases must"
                            + " pass, and `GET /v1/rulesets` shows the author. With `until`, the setting ends then and"
                            + " the one without an end applies again. Returns 409 if the rule set is managed in a folder.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Region.class)))
    @AnswersPublished
    HttpResponse<?> put(HttpRequest<byte[]> request, String region, String channel) {
        ApiCall call = ApiCall.of(request);
        RegionAvailabilityService.Place place = place(region, channel);
        JsonFields fields = call.fields();
        Optional<Availability> availability = fields.enumValue("availability", Availability.class);
        String reason =
                availability.filter(Availability.AVAILABLE::equals).isPresent()
                        ? fields.optionalText("reason", TextParser.MAX_LENGTH)
                        : fields.text("reason", TextParser.MAX_LENGTH);
        Optional<Instant> until =
                fields.optionalParsed(
                        "until", TextParser.MAX_LENGTH, "bad-time", TextParser::storableTime);
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            fields.addError("until", "out-of-range", "must be in the future");
        }
        fields.finish();
        return respond(() ->
                regions.put(
                        place,
                        availability.orElseThrow(),
                        reason,
                        until.map(end -> end.truncatedTo(ChronoUnit.SECONDS)).orElse(null),
                        call.caller().name()));
    }

    @Delete
    @RequiresScope(ApiScope.REGIONS_WRITE)
    @Operation(
            summary = "Remove the availability of a channel in a region",
            description =
                    "Removes the setting with an end first, so that the one without an end applies again."
                            + " Without any setting the `otherwise` row of the table applies, which is `unavailable`.")
    @AnswersPublished
    HttpResponse<?> remove(HttpRequest<byte[]> request, String region, String channel) {
        String by = ApiCall.of(request).caller().name();
        RegionAvailabilityService.Place place = place(region, channel);
        return respond(() -> regions.remove(place, by));
    }

    private HttpResponse<?> respond(Supplier<Outcome> change) {
        return switch (RuleSetDrafts.orProblem(change)) {
            case Outcome.Changed(var version, var activation) ->
                    rollouts.published(HttpStatus.OK, version, activation).http();
            case Outcome.Unchanged(var version) -> rollouts.decides(version).http();
            case Outcome.Late(var behind) ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case Outcome.OfTheFolder folder ->
                    throw ProblemException.of(
                            ProblemKind.RULES_OF_FOLDER,
                            "change the table `regions` in the policies folder, or set `verigate.rules.source:"
                                    + " database`; nothing was changed");
            case Outcome.NoRow none ->
                    throw ProblemException.notFound(
                            "no availability is configured for this channel and region");
            case Outcome.NoTable none ->
                    throw ProblemException.conflict(
                            "the active rule set has no table `regions` with rows");
        };
    }

    /// Some regions have phone numbers but are not in ISO 3166-1, such as `XK`.
    private static RegionAvailabilityService.Place place(String region, String channel) {
        Optional<Channel> known = WireEnum.parse(Channel.class, channel).filter(Channel::isPhone);
        if (known.isEmpty() || !region.matches("[A-Z]{2}")) {
            throw ProblemException.notFound(
                    "unknown region or channel: list them with GET /v1/regions");
        }
        return new RegionAvailabilityService.Place(region, known.get());
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ApiResponse(
            responseCode = "200",
            description = "In effect on every node within 5 seconds",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Published.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored, waiting for what `awaits` says",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Published.class)))
    @interface AnswersPublished {}
}
