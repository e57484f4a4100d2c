package io.verigate.api.blocks;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.activity.Block;
import io.verigate.activity.BlockRepository;
import io.verigate.activity.ReleaseBlock;
import io.verigate.activity.ReleaseBlock.ReleaseResult;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.AcceptsPage;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Blocks and their release.
@Controller("/v1/blocks")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class BlockController {
    private static final int MAX_REASON_LENGTH = 500;

    private final BlockRepository blocks;
    private final ReleaseBlock release;
    private final InstantSource clock;

    BlockController(BlockRepository blocks, ReleaseBlock release, InstantSource clock) {
        this.blocks = blocks;
        this.release = release;
        this.clock = clock;
    }

    @Get
    @RequiresScope(ApiScope.BLOCKS_READ)
    @Operation(summary = "Search blocks", description = "Newest first.")
    @Parameter(name = "account", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "scope",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            implementation = String.class,
                            allowableValues = {"method", "source", "account", "region"}))
    @Parameter(
            name = "holding",
            in = ParameterIn.QUERY,
            description = "`true`: only blocks that are active now",
            schema = @Schema(type = "boolean"))
    @AcceptsPage
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.Blocks.class)))
    HttpResponse<?> search(@Parameter(hidden = true) HttpParameters parameters) {
        Instant now = clock.instant();
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        Optional<String> account = query.text("account", InteractionReader.MAX_ID_LENGTH);
        Optional<Scope> scope = query.fields().optionalEnumValue("scope", Scope.class);
        boolean holding = query.flag("holding").orElse(false);
        Optional<String> before = query.cursor();
        query.finish();
        List<Block> found =
                blocks.search(
                        account.orElse(null),
                        scope.orElse(null),
                        holding ? now : null,
                        before.orElse(null),
                        limit + 1);
        return PreparedResponse.okHttp(
                ListPage.page(found, limit, Block::id, block -> BlockResponse.of(block, now)));
    }

    @Delete("/{id}")
    @RequiresScope(ApiScope.BLOCKS_RELEASE)
    @Operation(summary = "Release a block", description = "Records who released it and why.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Release.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The released block",
            content = @Content(schema = @Schema(implementation = BlockResponse.class)))
    HttpResponse<?> release(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        String reason = fields.text("reason", MAX_REASON_LENGTH);
        fields.finish();
        return switch (release.release(id, call.caller().name(), reason)) {
            case ReleaseResult.Released(var block) ->
                    PreparedResponse.okHttp(BlockResponse.of(block, clock.instant()));
            case ReleaseResult.AlreadyEnded over ->
                    throw ProblemException.conflict("the block is no longer active");
            case ReleaseResult.NotFound unknown -> throw ProblemException.notFound("unknown block");
        };
    }
}
