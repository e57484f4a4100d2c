package io.verigate.api.regions;

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
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.ruleset.RegionTable;

/// Regional availability and a no-op for load tests.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class OperationsController {
    private final RegionTable regions;

    OperationsController(RegionTable regions) {
        this.regions = regions;
    }

    @Get("/regions")
    @RequiresScope(ApiScope.REGIONS_READ)
    @Operation(summary = "List regional availability")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Regions.class)))
    HttpResponse<?> regions() {
        return PreparedResponse.okHttp(
                ListPage.whole(
                        regions.rows().stream().map(OperationsController::toResponse).toList()));
    }

    @Get("/noop")
    @RequiresScope(ApiScope.DECISIONS_READ)
    @Operation(
            summary = "No operation",
            description = "Authenticated like every request; a baseline for load tests.")
    @ApiResponse(responseCode = "204", description = "Done")
    HttpResponse<?> noop() {
        return HttpResponse.noContent();
    }

    private static RegionResponse toResponse(RegionTable.Row row) {
        return new RegionResponse(
                row.region(),
                row.channel().wireName(),
                row.availability().wireName(),
                row.reason(),
                row.until());
    }
}
