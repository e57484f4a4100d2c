package io.verigate.http;

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
import io.verigate.access.Access;
import io.verigate.activity.Block;
import io.verigate.activity.BlockBook;
import io.verigate.assessment.BlockRelease;
import io.verigate.decision.Scope;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.body.Query;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.BlockAnswer;
import io.verigate.http.wire.Listing;
import io.verigate.http.wire.Listings;
import io.verigate.http.wire.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Blocks, and their early end.
@Controller("/v1/blocks")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Operations")
final class BlockController {
    private static final int LONGEST_REASON = 500;

    private final BlockBook book;
    private final BlockRelease release;
    private final InstantSource clock;

    BlockController(BlockBook book, BlockRelease release, InstantSource clock) {
        this.book = book;
        this.release = release;
        this.clock = clock;
    }

    /// Blocks, newest first.
    @Get
    @Needs(Access.BLOCKS_READ)
    @Operation(summary = "Search blocks", description = "Newest first.")
    @Parameter(
            name = "account",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
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
            description = "`true`: only those that hold something back now",
            schema = @Schema(implementation = Boolean.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "From 1 to 500; 50 unless told",
            schema = @Schema(implementation = Integer.class))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = Listings.Blocks.class)))
    HttpResponse<?> search(@Parameter(hidden = true) HttpParameters parameters) {
        Instant now = clock.instant();
        Query query = Query.of(parameters);
        int limit = query.limit();
        Optional<String> account = query.text("account", InteractionReader.LONGEST_ID);
        Optional<Scope> scope = query.fields().wordOr("scope", Scope.class);
        boolean holding = query.flag("holding").orElse(false);
        Optional<String> before = query.after();
        query.end();
        List<Block> found =
                book.search(
                        account.orElse(null),
                        scope.orElse(null),
                        holding ? now : null,
                        before.orElse(null),
                        limit + 1);
        return Reply.ok(Listing.page(found, limit, Block::id, block -> BlockAnswer.of(block, now)))
                .http();
    }

    /// Ends a block early.
    @Delete("/{id}")
    @Needs(Access.BLOCKS_RELEASE)
    @Operation(
            summary = "End a block early",
            description = "Who did it and why is recorded with the block.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Requests.Release.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The block, which holds nothing back any more",
            content = @Content(schema = @Schema(implementation = BlockAnswer.class)))
    HttpResponse<?> release(HttpRequest<byte[]> request, String id) {
        Call call = Call.of(request);
        Fields fields = call.fields();
        String reason = fields.text("reason", LONGEST_REASON);
        fields.end();
        return switch (release.release(id, call.caller().name(), reason)) {
            case BlockRelease.Outcome.Released(var block) ->
                    Reply.ok(BlockAnswer.of(block, clock.instant())).http();
            case BlockRelease.Outcome.Over over ->
                    throw ProblemException.of(
                            ProblemKind.CONFLICT, "this block holds nothing back any more");
            case BlockRelease.Outcome.Unknown unknown ->
                    throw ProblemException.of(
                            ProblemKind.NOT_FOUND, "there is no block with this id");
        };
    }
}
