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
import io.verigate.http.wire.Listing;
import io.verigate.http.wire.Listings;
import io.verigate.http.wire.RegionAnswer;

/// What operators and analysts look at.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class OperationsController {
    private final Regions regions;

    OperationsController(Regions regions) {
        this.regions = regions;
    }

    /// Which channels serve which regions.
    @Get("/regions")
    @Needs(Access.REGIONS_READ)
    @Operation(summary = "List regional availability")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = Listings.Regions.class)))
    HttpResponse<?> regions() {
        return Reply.ok(
                        Listing.whole(
                                regions.rows().stream().map(OperationsController::answer).toList()))
                .http();
    }

    /// Does nothing, so that load tests can tell the cost of the server from that of a decision.
    @Get("/noop")
    @Needs(Access.DECISIONS_READ)
    @Operation(
            summary = "Do nothing",
            description = "Authenticated like every call; for comparison in load tests.")
    @ApiResponse(responseCode = "204", description = "Nothing was done")
    HttpResponse<?> noop() {
        return HttpResponse.noContent();
    }

    private static RegionAnswer answer(Regions.Row row) {
        return new RegionAnswer(
                row.region(),
                row.channel().word(),
                row.availability().word(),
                row.reason(),
                row.until());
    }
}
