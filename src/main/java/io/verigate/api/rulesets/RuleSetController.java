package io.verigate.api.rulesets;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.AcceptsIdempotencyKey;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.AcceptsPage;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetService.Draft;
import io.verigate.ruleset.RuleSetService.PublishResult;
import io.verigate.ruleset.RuleSetVersion;
import java.util.List;
import java.util.Optional;

/// Rule set versions: list, get, validate, publish.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetController {
    private final RuleSetRepository store;
    private final RuleSetService ruleSets;
    private final RuleSetResponses responses;
    private final RolloutCalls rollouts;
    private final IdempotentExecutor executor;

    RuleSetController(
            RuleSetRepository store,
            RuleSetService ruleSets,
            RuleSetResponses responses,
            RolloutCalls rollouts,
            IdempotentExecutor executor) {
        this.store = store;
        this.ruleSets = ruleSets;
        this.responses = responses;
        this.rollouts = rollouts;
        this.executor = executor;
    }

    @Get
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "List rule set versions", description = "Newest first.")
    @AcceptsPage
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.RuleSets.class)))
    HttpResponse<?> history(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        Optional<String> before = query.cursor();
        query.finish();
        List<RuleSetVersion> found = store.history(before.orElse(null), limit + 1);
        List<RuleSetBodies.Version> versions = responses.versions(found);
        return PreparedResponse.okHttp(
                ListPage.page(
                        versions, limit, RuleSetBodies.Version::revision, version -> version));
    }

    @Get("/active")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Get the active rule set",
            description =
                    "As seen by the node that responds: the active rule set, the wanted one if it is rejected,"
                            + " and the candidate.")
    @ApiResponse(
            responseCode = "200",
            description = "The active rule set",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Active.class)))
    HttpResponse<?> active() {
        return PreparedResponse.okHttp(responses.active());
    }

    @Get("/{revision}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "Get a rule set version with its files")
    @ApiResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Version.class)))
    HttpResponse<?> find(String revision) {
        RuleSetVersion version =
                store.version(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
        return PreparedResponse.okHttp(
                responses.version(version, store.find(revision).orElseThrow()));
    }

    @Post("/validate")
    @RequiresScope(ApiScope.RULES_WRITE)
    @Operation(
            summary = "Validate a rule set",
            description =
                    "Runs every check that publishing runs, including its cases. Stores nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(schema = @Schema(implementation = RequestSchemas.RuleSetDraft.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Valid",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Valid.class)))
    HttpResponse<?> validate(HttpRequest<byte[]> request) {
        RuleSetFiles files = RuleSetDrafts.files(ApiCall.of(request));
        return RuleSetDrafts.orProblem(() ->
                PreparedResponse.okHttp(
                        new RuleSetBodies.Valid(
                                files.revision(),
                                RuleSetResponses.examination(ruleSets.validate(files)))));
    }

    @Post
    @RequiresScope(ApiScope.RULES_WRITE)
    @AcceptsIdempotencyKey
    @Operation(
            summary = "Publish a rule set",
            description =
                    "Validates and tests the rule set, stores it with its author, and activates it unless"
                            + " `activate` is false. Returns 202 if somebody else must activate it.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Publication.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Stored, and active on every node within 5 seconds",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Published.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Stored, waiting for what `awaits` says",
            content = @Content(schema = @Schema(implementation = RuleSetBodies.Published.class)))
    HttpResponse<?> publish(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        RuleSetDrafts.Body body = RuleSetDrafts.draft(call);
        Draft draft = new Draft(body.files(), body.parent(), call.caller().name(), body.message());
        return executor.executeOutsideLedger(call, () -> published(call, body, draft));
    }

    private PreparedResponse published(ApiCall call, RuleSetDrafts.Body body, Draft draft) {
        return switch (RuleSetDrafts.orProblem(() -> ruleSets.publish(draft))) {
            case PublishResult.Outdated(var behind) ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case PublishResult.Stored(var version) -> rollouts.begin(call, body, version);
        };
    }
}
