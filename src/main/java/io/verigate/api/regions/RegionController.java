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
import io.verigate.api.rulesets.RuleSetDrafts;
import io.verigate.api.rulesets.RuleSetResponseBodies;
import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.decision.WireEnum;
import io.verigate.ruleset.RegionAvailabilityService;
import io.verigate.ruleset.RegionAvailabilityService.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/// How one channel serves one region, told by people.
@Controller("/v1/regions/{region}/{channel}")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class RegionController {
    private final RegionAvailabilityService desk;
    private final RolloutCalls rollouts;
    private final InstantSource clock;

    RegionController(RegionAvailabilityService desk, RolloutCalls rollouts, InstantSource clock) {
        this.desk = desk;
        this.rollouts = rollouts;
        this.clock = clock;
    }

    /// Tells how it is from now on.
    @Put
    @RequiresScope(ApiScope.REGIONS_WRITE)
    @Operation(
            summary = "Tell how a channel serves a region",
            description =
                    "Publishes the rules that decide with this one row changed, and makes them decide: its cases have to"
                            + " hold, and `GET /v1/rulesets` tells who did it. With `until` it holds until then, and what"
                            + " was told without an end holds again. 409 when the rules come from the folder of a node.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Region.class))))
    @ApiResponse(
            responseCode = "200",
            description = "So it is, on every node within 5 seconds",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is kept, and waits for what `awaits` says",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    HttpResponse<?> put(HttpRequest<byte[]> request, String region, String channel) {
        ApiCall call = ApiCall.of(request);
        RegionAvailabilityService.Place place = place(region, channel);
        JsonFields fields = call.fields();
        Optional<Availability> availability = fields.word("availability", Availability.class);
        String reason =
                availability.filter(Availability.AVAILABLE::equals).isPresent()
                        ? fields.textOr("reason", TextParser.MAX_LENGTH)
                        : fields.text("reason", TextParser.MAX_LENGTH);
        Optional<Instant> until =
                fields.parsedOr("until", TextParser.MAX_LENGTH, "bad-time", TextParser::keptTime);
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            fields.fault("until", "out-of-range", "this is over: tell when it will end");
        }
        fields.end();
        return answer(() ->
                desk.put(
                        place,
                        availability.orElseThrow(),
                        reason,
                        until.map(end -> end.truncatedTo(ChronoUnit.SECONDS)).orElse(null),
                        call.caller().name()));
    }

    /// Takes back what was told.
    @Delete
    @RequiresScope(ApiScope.REGIONS_WRITE)
    @Operation(
            summary = "Take back how a channel serves a region",
            description =
                    "What has an end goes first, so that what was told without one holds again. Of what is not told, the"
                            + " rules take what the table has for `otherwise`, which is `unavailable`.")
    @ApiResponse(
            responseCode = "200",
            description = "So it is, on every node within 5 seconds",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is kept, and waits for what `awaits` says",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    HttpResponse<?> remove(HttpRequest<byte[]> request, String region, String channel) {
        String by = ApiCall.of(request).caller().name();
        RegionAvailabilityService.Place place = place(region, channel);
        return answer(() -> desk.remove(place, by));
    }

    private HttpResponse<?> answer(Supplier<Outcome> change) {
        return switch (RuleSetDrafts.telling(change)) {
            case Outcome.Changed(var version, var activation) ->
                    rollouts.published(HttpStatus.OK, version, activation).http();
            case Outcome.Unchanged(var version) -> rollouts.decides(version).http();
            case Outcome.Late(var behind) ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case Outcome.OfTheFolder folder ->
                    throw ProblemException.of(
                            ProblemKind.RULES_OF_FOLDER,
                            "change the table `regions` in the folder of policies, or set `verigate.rules.source: database`;"
                                    + " nothing was changed");
            case Outcome.NoRow none ->
                    throw ProblemException.of(
                            ProblemKind.NOT_FOUND,
                            "nothing is told of this channel in this region");
            case Outcome.NoTable none ->
                    throw ProblemException.of(
                            ProblemKind.CONFLICT,
                            "the rules that decide have no table `regions` with rows");
        };
    }

    /// Some regions have numbers and are not in ISO 3166-1, such as `XK`.
    private static RegionAvailabilityService.Place place(String region, String channel) {
        Optional<Channel> known = WireEnum.parse(Channel.class, channel).filter(Channel::isPhone);
        if (known.isEmpty() || !region.matches("[A-Z]{2}")) {
            throw ProblemException.of(
                    ProblemKind.NOT_FOUND,
                    "name a region such as `GB`, and `sms` or `voice`: list them with GET /v1/regions");
        }
        return new RegionAvailabilityService.Place(region, known.get());
    }
}
